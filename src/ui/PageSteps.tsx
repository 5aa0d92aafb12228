/**
 * The pages of a long list: PatternFly's compact pagination, whose own words are English, in the
 * user's language. A list whose page has a fixed size offers none to choose.
 */
import type { FC } from 'react';
import { Pagination } from '@patternfly/react-core';
import { useT } from '../console/translation';
import type { Pages } from './usePages';

interface PageStepsProps {
  readonly pages: Pages<unknown>;
  /** What the pages are of, said to screen readers. */
  readonly label: string;
  /** Sizes of a page that can be chosen. */
  readonly sizes?: readonly number[];
  readonly onSize?: (perPage: number) => void;
}

export const PageSteps: FC<PageStepsProps> = ({ pages, label, sizes = [], onSize }) => {
  const t = useT();
  return (
    <Pagination
      isCompact
      itemCount={pages.total}
      perPage={pages.perPage}
      perPageOptions={sizes.map((value) => ({ title: String(value), value }))}
      onPerPageSelect={(_event, next) => onSize?.(next)}
      page={pages.page}
      onSetPage={(_event, next) => pages.setPage(next)}
      toggleTemplate={({ firstIndex = 0, lastIndex = 0, itemCount = 0 }) => (
        <>
          {t('{{first}}–{{last}} of {{total}}', {
            first: firstIndex,
            last: lastIndex,
            total: itemCount,
          })}
        </>
      )}
      titles={{
        paginationAriaLabel: label,
        items: '',
        itemsPerPage: t('Per page'),
        perPageSuffix: t('per page'),
        optionsToggleAriaLabel: t('Per page'),
        toPreviousPageAriaLabel: t('Previous page'),
        toNextPageAriaLabel: t('Next page'),
      }}
    />
  );
};
