/**
 * Which of some words a page has shown at any moment, however briefly: what must never be said is not
 * proven absent by one look at the end.
 */
import type { Page } from '@playwright/test';

/**
 * From the next page on.
 * @param words texts of elements, as a whole
 * @returns those that have been seen so far; it grows
 */
export const watchWords = async (
  page: Page,
  words: readonly string[],
): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>();
  await page.exposeFunction('reportShownWord', (word: string) => seen.add(word));
  await page.addInitScript((wanted: readonly string[]) => {
    const report = (word: string): void => {
      const { reportShownWord } = window as { reportShownWord?: (word: string) => unknown };
      void reportShownWord?.(word);
    };
    const look = (): void => {
      const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const word = node.nodeValue?.trim() ?? '';
        // What can be chosen in a filter is no statement.
        if (wanted.includes(word) && node.parentElement?.closest('option, [role=menu]') === null) {
          report(word);
        }
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  }, words);
  return seen;
};
