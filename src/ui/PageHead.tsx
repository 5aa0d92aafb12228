/** The head of a page: its title at the left, what can be done with it at the right. */
import type { FC, ReactNode } from 'react';
import { Flex, FlexItem, PageSection } from '@patternfly/react-core';

interface PageHeadProps {
  readonly actions: ReactNode;
  /** Of the part with the actions. */
  readonly actionsClassName?: string;
  /** Title, and a line about it. */
  readonly children: ReactNode;
}

export const PageHead: FC<PageHeadProps> = ({ actions, actionsClassName = '', children }) => (
  <PageSection hasBodyWrapper={false}>
    <Flex
      justifyContent={{ default: 'justifyContentSpaceBetween' }}
      alignItems={{ default: 'alignItemsFlexStart' }}
    >
      <FlexItem>{children}</FlexItem>
      <FlexItem className={actionsClassName}>{actions}</FlexItem>
    </Flex>
  </PageSection>
);
