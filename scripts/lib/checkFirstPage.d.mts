/** Types of checkFirstPage.mjs for its tests. */
export const FIRST_PAGE_LIMIT: number;

export interface FirstPage {
  readonly sizes: Readonly<Record<string, number>>;
  readonly modules: readonly string[];
}

export function checkFirstPage(page: FirstPage): {
  readonly total: number;
  readonly errors: readonly string[];
};
