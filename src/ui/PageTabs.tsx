/** The tabs below the head of a page. They exchange the part of the page with an id that they are given. */
import type { FC, ReactNode } from 'react';
import { PageSection, Tab, TabTitleText, Tabs } from '@patternfly/react-core';
import { useT } from '../console/translation';

export interface PageTab {
  readonly key: string;
  readonly title: ReactNode;
}

interface PageTabsProps {
  readonly tabs: readonly PageTab[];
  readonly active: string;
  /** What the tabs are, for those who hear them. */
  readonly label: string;
  /** Id of the part of the page that they exchange. */
  readonly contentId: string;
  readonly onSelect: (key: string) => void;
}

export const PageTabs: FC<PageTabsProps> = ({ tabs, active, label, contentId, onSelect }) => {
  const t = useT();
  return (
    <PageSection hasBodyWrapper={false} type="tabs">
      <Tabs
        usePageInsets
        activeKey={active}
        onSelect={(_event, key) => onSelect(String(key))}
        aria-label={label}
        backScrollAriaLabel={t('Previous')}
        forwardScrollAriaLabel={t('Next')}
        component="nav"
      >
        {tabs.map(({ key, title }) => (
          <Tab
            key={key}
            eventKey={key}
            tabContentId={contentId}
            title={<TabTitleText>{title}</TabTitleText>}
          />
        ))}
      </Tabs>
    </PageSection>
  );
};
