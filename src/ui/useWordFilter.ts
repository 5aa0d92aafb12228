/** A list narrowed by words, page by page: an item stays in which every word occurs. */
import { useMemo, useState } from 'react';
import { usePages } from './usePages';
import type { Pages } from './usePages';

export interface FilteredPages<T> {
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly pages: Pages<T>;
}

/** @param textOf what is searched in an item; must be stable */
export const useWordFilter = <T>(
  items: readonly T[],
  textOf: (item: T) => string,
  perPage: number,
): FilteredPages<T> => {
  const [filter, setFilter] = useState('');
  const found = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    return words.length === 0
      ? items
      : items.filter((item) => {
          const text = textOf(item).toLowerCase();
          return words.every((word) => text.includes(word));
        });
  }, [items, textOf, filter]);
  return { filter, setFilter, pages: usePages(found, perPage) };
};
