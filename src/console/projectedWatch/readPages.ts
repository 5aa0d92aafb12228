/** Reads a list page by page. 1,000 objects a page were the best of 250, 1,000 and 2,000 in a real console. */
import type { ListPage, WatchTransport } from './WatchTransport';

const PAGE_SIZE = '1000';

/**
 * Yields the pages of one consistent list.
 * @throws ApiError; status 410 when the list expired half-way and has to be begun again
 */
export async function* readPages(
  transport: WatchTransport,
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): AsyncGenerator<ListPage> {
  let next = '';
  do {
    const page = await transport.list(
      path,
      { ...query, limit: PAGE_SIZE, ...(next === '' ? {} : { continue: next }) },
      signal,
    );
    yield page;
    next = page.next;
  } while (next !== '');
}
