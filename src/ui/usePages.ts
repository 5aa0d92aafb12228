/**
 * One page of a long list. The page is clamped to what there is, so that a list that shrinks under the
 * reader (a filter, a live change) never shows an empty page.
 */
import { useState } from 'react';

export interface Pages<T> {
  readonly shown: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly setPage: (page: number) => void;
}

export const usePages = <T>(items: readonly T[], perPage: number): Pages<T> => {
  const [wanted, setPage] = useState(1);
  const page = Math.max(1, Math.min(wanted, Math.ceil(items.length / perPage)));
  return {
    shown: items.slice((page - 1) * perPage, page * perPage),
    page,
    perPage,
    total: items.length,
    setPage,
  };
};
