/**
 * `npm run bench:browser`: the topology in headless Chromium at the design point, and beside react-topology.
 * Prints a line `ratio NAME VALUE LIMIT` per budget; the exit status is 1 when a value is above its
 * limit. Arguments: `drawings` or `page` for one part, a number for the seconds of changes (60).
 */
import { chromium } from '@playwright/test';
import { findBrowser } from '../integration-tests/browser';
import { compareDrawings } from './compareDrawings';
import { startLargeCluster } from './largeCluster';
import { measurePage } from './measurePage';

interface Budget {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const launch = async () => {
  const { executablePath, env, args } = await findBrowser();
  const all = { ...process.env, ...env };
  const known = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
  return chromium.launch({
    executablePath,
    env: Object.fromEntries(known) as Record<string, string>,
    args: [...args],
  });
};

type Launched = Awaited<ReturnType<typeof launch>>;

const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

/** Ours against the layouts of react-topology on the same elements. */
const drawings = async (browser: Launched): Promise<readonly Budget[]> => {
  const { elements, edges, ours, folded, dagre, grid } = await compareDrawings(browser);
  say(
    `${elements} elements, ${edges} lines: ours ${round(ours)} ms, Dagre ${round(dagre)} ms, Grid ${round(grid)} ms; ours as shown, folded: ${round(folded)} ms`,
  );
  return [
    { name: 'ours/dagre', value: ours / dagre, limit: 0.1 },
    { name: 'folded/dagre', value: folded / dagre, limit: 0.1 },
    { name: 'ours/grid', value: ours / grid, limit: 1 },
  ];
};

const page = async (browser: Launched, seconds: number): Promise<readonly Budget[]> => {
  const cluster = await startLargeCluster();
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
    });
    const figures = await measurePage(await context.newPage(), cluster, seconds);
    say(
      JSON.stringify(figures, (_key, value: unknown) =>
        typeof value === 'number' ? Number(round(value)) : value,
      ),
    );
    const { lastPage, drawn, elements, heap, heapBefore, heapAfter } = figures;
    const { panFps, zoomFps } = figures;
    const { panWork, zoomWork, find, longestTask } = figures;
    return [
      { name: 'drawn/lastPage', value: drawn / lastPage, limit: 1.3 },
      { name: 'elements/cap', value: elements / 300, limit: 1 },
      { name: 'heap/300MB', value: heap / 300, limit: 1 },
      { name: 'heapAfterChanges/before', value: heapAfter / heapBefore, limit: 1.05 },
      { name: 'longestTask/100ms', value: longestTask / 100, limit: 1 },
      { name: '50fps/pan', value: 50 / panFps, limit: 1 },
      { name: '50fps/zoom', value: 50 / zoomFps, limit: 1 },
      { name: 'panWork/20ms', value: panWork / 20, limit: 1 },
      { name: 'zoomWork/20ms', value: zoomWork / 20, limit: 1 },
      { name: 'find/100ms', value: find / 100, limit: 1 },
    ];
  } finally {
    await cluster.close();
  }
};

const run = async (): Promise<void> => {
  const args = process.argv.slice(2);
  const seconds = Number(args.find((word) => /^\d+$/.test(word)) ?? 60);
  const wants = (part: string): boolean =>
    !args.some((word) => word === 'drawings' || word === 'page') || args.includes(part);
  const browser = await launch();
  try {
    const budgets = [
      ...(wants('drawings') ? await drawings(browser) : []),
      ...(wants('page') ? await page(browser, seconds) : []),
    ];
    for (const { name, value, limit } of budgets)
      say(`ratio ${name} ${value.toPrecision(3)} ${limit}`);
    const exceeded = budgets.filter(({ value, limit }) => !(value <= limit));
    if (exceeded.length > 0) {
      process.stderr.write(`over budget: ${exceeded.map(({ name }) => name).join(', ')}\n`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
