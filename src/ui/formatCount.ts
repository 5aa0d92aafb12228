/** A count as people write it: 10,000. The language is that of the page. */
export const formatCount = (count: number): string =>
  count.toLocaleString(document.documentElement.lang || undefined);
