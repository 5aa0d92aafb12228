/**
 * The same elements drawn by this project and by react-topology, in one browser and one run: 100 nodes
 * with 15 interfaces each, every element drawn. react-topology is bundled here and nowhere else.
 */
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from '@playwright/test';
import { generateCluster } from '../dev/scenarios/generateCluster';

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(__dirname, 'page/drawings.tsx')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
  return outputFiles.find((file) => file.path.endsWith('.js'))?.text ?? '';
};

export interface DrawingTimes {
  /** Elements, frames counted. */
  readonly elements: number;
  readonly edges: number;
  /** Milliseconds for model, layout and first draw; every element drawn, and folded as we show it. */
  readonly ours: number;
  readonly folded: number;
  /** Milliseconds; what was not done by the limit counts as the limit. */
  readonly grid: number;
  readonly dagre: number;
}

/** Milliseconds after which a drawing is given up. */
const LIMIT = 180_000;

const within = (work: Promise<number>): Promise<number> =>
  Promise.race([
    work,
    new Promise<number>((resolve) => setTimeout(() => resolve(LIMIT), LIMIT).unref()),
  ]);

/** 100 nodes, each with 15 interfaces: seven NICs, their bridges, and br-int. */
const cluster = (): readonly unknown[] =>
  generateCluster({
    seed: 1,
    nodes: 100,
    nicsPerNode: 7,
    vms: 0,
    networks: 4,
    cudns: 0,
    nads: 4,
    namespaces: 2,
  });

const preparedPage = async (browser: Browser, script: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent('<!doctype html><title>Drawings</title><body></body>');
  await page.addScriptTag({ content: script });
  await page.evaluate(([objects, now]) => window.prepareDrawings(objects, now), [
    cluster(),
    Date.now(),
  ] as const);
  return page;
};

/** Each way of drawing in a page of its own, so that none pays for what another left behind. */
export const compareDrawings = async (browser: Browser): Promise<DrawingTimes> => {
  const script = await bundle();
  const inPage = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const page = await preparedPage(browser, script);
    const done = await work(page);
    // A page that is still laying out does not answer; it goes with the browser.
    void page.close().catch(() => undefined);
    return done;
  };
  const size = await inPage((page) => page.evaluate(() => window.drawings.size()));
  const ours = await inPage((page) => page.evaluate(() => window.drawings.ours('unfolded')));
  const folded = await inPage((page) => page.evaluate(() => window.drawings.ours('folded')));
  const grid = await inPage((page) => within(page.evaluate(() => window.drawings.theirs('Grid'))));
  const dagre = await inPage((page) =>
    within(page.evaluate(() => window.drawings.theirs('Dagre'))),
  );
  return { ...size, ours, folded, grid, dagre };
};
