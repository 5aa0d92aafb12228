/** The tools above a list: a search, whatever else narrows it, and its pages when there are several. */
import type { FC, ReactNode } from 'react';
import { SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useT } from '../console/translation';
import { PageSteps } from './PageSteps';
import type { Pages } from './usePages';
import './listToolbar.css';

interface ListToolbarProps {
  /** What can be searched for, said to screen readers. */
  readonly searchLabel: string;
  readonly placeholder: string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly pages: Pages<unknown>;
  readonly pagesLabel: string;
  /** Further tools, between search and pages. */
  readonly children?: ReactNode;
}

export const ListToolbar: FC<ListToolbarProps> = (props) => {
  const { filter, onFilter, pages, children } = props;
  const t = useT();
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem className="vm-networks-list-toolbar__search">
          <SearchInput
            aria-label={props.searchLabel}
            placeholder={props.placeholder}
            resetButtonLabel={t('Clear')}
            value={filter}
            onChange={(_event, value) => {
              onFilter(value);
              pages.setPage(1);
            }}
            onClear={() => onFilter('')}
          />
        </ToolbarItem>
        {children}
        {pages.total > pages.perPage ? (
          <ToolbarItem variant="pagination">
            <PageSteps pages={pages} label={props.pagesLabel} />
          </ToolbarItem>
        ) : null}
      </ToolbarContent>
    </Toolbar>
  );
};
