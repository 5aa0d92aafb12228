/**
 * The topology at the design point in a real browser: how long until it is drawn, what it holds, how it
 * pans and zooms, how fast it finds, and how it bears a stream of changes.
 */
import type { CDPSession, Page } from '@playwright/test';
import type { Instance, LargeCluster } from './largeCluster';

export interface PageFigures {
  /** Milliseconds from the navigation until the last page of a list had arrived. */
  readonly lastPage: number;
  /** Milliseconds from the navigation until the picture of the whole cluster was there. */
  readonly drawn: number;
  /** Drawn elements, frames counted. */
  readonly elements: number;
  /** Megabytes after a garbage collection: once loaded, and before and after the stream of changes. */
  readonly heap: number;
  readonly heapBefore: number;
  readonly heapAfter: number;
  readonly panFps: number;
  readonly zoomFps: number;
  /** Milliseconds of the main thread per frame, without what the processor draws in place of a GPU. */
  readonly panWork: number;
  readonly zoomWork: number;
  /** Frames per second of an empty page in the same browser: what the machine can do at all. */
  readonly idleFps: number;
  /** Milliseconds from the last key until the hits are painted; the slowest. */
  readonly find: number;
  /** Milliseconds of the longest task while changes came in; 0 when none was over 50. */
  readonly longestTask: number;
  readonly changes: number;
}

const CANVAS = '[data-test="topology"]';

const metricOf = async (session: CDPSession, metric: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === metric)?.value ?? NaN;
};

const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  return (await metricOf(session, 'JSHeapUsedSize')) / 1_000_000;
};

/** The least of some readings: what a model or a picture under way needs for a moment is not kept. */
const restingHeap = async (page: Page, session: CDPSession): Promise<number> => {
  let least = await heapOf(session);
  for (let reading = 1; reading < 4; reading += 1) {
    await page.waitForTimeout(1_000);
    least = Math.min(least, await heapOf(session));
  }
  return least;
};

interface Notes {
  lastPage: number;
  drawn: number;
  readonly tasks: number[];
  readonly answers: number[];
}

declare global {
  interface Window {
    benchmarkNotes: Notes;
  }
}

/**
 * Runs before the page's own scripts: notes when lists end, when the picture changes, which tasks are
 * long, and how long after a key the page is painted.
 */
const watchPage = (): void => {
  const notes: Notes = { lastPage: 0, drawn: 0, tasks: [], answers: [] };
  window.benchmarkNotes = notes;
  performance.setResourceTimingBufferSize(5_000);
  new PerformanceObserver((list) => {
    for (const { name, responseEnd } of list.getEntries() as PerformanceResourceTiming[]) {
      if (/[?&]limit=\d+/.test(name)) notes.lastPage = Math.max(notes.lastPage, responseEnd);
    }
  }).observe({ type: 'resource', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const isInPicture = ({ target }: MutationRecord): boolean =>
    (target instanceof Element ? target : target.parentElement)?.closest(
      '.vm-networks-picture, .vm-networks-topology__content',
    ) != null;
  new MutationObserver((changes) => {
    if (changes.some(isInPicture)) notes.drawn = performance.now();
  }).observe(document, { childList: true, subtree: true, characterData: true });
  document.addEventListener(
    'input',
    () => {
      const startedAt = performance.now();
      requestAnimationFrame(() =>
        setTimeout(() => notes.answers.push(performance.now() - startedAt)),
      );
    },
    true,
  );
};

const notesOf = (page: Page): Promise<Notes> => page.evaluate(() => window.benchmarkNotes);

const PATIENCE = 180_000;

/**
 * Waits until something is so, asking again and again from outside: a wait inside the page would
 * evaluate words, which the console's Content-Security-Policy forbids.
 */
const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not within ${PATIENCE / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Until neither a list nor the picture has changed for a while. */
const untilSettled = async (page: Page): Promise<Notes> => {
  await page.waitForSelector(CANVAS, { timeout: PATIENCE });
  await until('lists and picture come to rest', () =>
    page.evaluate(() => {
      const { lastPage, drawn } = window.benchmarkNotes;
      return performance.now() - Math.max(lastPage, drawn) > 8_000;
    }),
  );
  return notesOf(page);
};

/** Milliseconds that a motion is watched. */
const MOTION = 3_000;

/** Frames per second while something is done in every frame. */
const framesPerSecond = (page: Page, what: 'pan' | 'zoom' | 'nothing'): Promise<number> =>
  page.evaluate(
    ([selector, action, duration]) =>
      new Promise<number>((resolve) => {
        const canvas = document.querySelector(selector)?.parentElement;
        const startedAt = performance.now();
        let frames = 0;
        const frame = (): void => {
          frames += 1;
          const sign = Math.floor(frames / 30) % 2 === 0 ? 1 : -1;
          if (action !== 'nothing') {
            canvas?.dispatchEvent(
              new WheelEvent('wheel', {
                deltaX: action === 'pan' ? 7 * sign : 0,
                deltaY: action === 'pan' ? 5 * sign : 12 * sign,
                ctrlKey: action === 'zoom',
                clientX: 600,
                clientY: 500,
                bubbles: true,
                cancelable: true,
              }),
            );
          }
          const elapsed = performance.now() - startedAt;
          if (elapsed < duration) requestAnimationFrame(frame);
          else resolve((frames * 1_000) / elapsed);
        };
        requestAnimationFrame(frame);
      }),
    [CANVAS, what, MOTION] as const,
  );

interface Motion {
  readonly fps: number;
  readonly work: number;
}

const motion = async (page: Page, session: CDPSession, what: 'pan' | 'zoom'): Promise<Motion> => {
  const before = await metricOf(session, 'TaskDuration');
  const fps = await framesPerSecond(page, what);
  const spent = (await metricOf(session, 'TaskDuration')) - before;
  return { fps, work: (spent * 1_000) / (fps * (MOTION / 1_000)) };
};

const QUERIES = ['vm-00', '10.128.0.0/16', 'vlan 107', 'worker-0499 ens', '02:00'];

/** The slowest of some questions, the first one included, which finds nothing prepared. */
const findTime = async (page: Page): Promise<number> => {
  const box = page.getByLabel('Find', { exact: true });
  for (const [index, query] of QUERIES.entries()) {
    await box.fill(query);
    await until('the answer is painted', async () => {
      const { answers } = await notesOf(page);
      return answers.length > index;
    });
  }
  const { answers } = await notesOf(page);
  await box.fill('');
  return Math.max(...answers);
};

const PER_SECOND = 50;

/** The NICs of a guest that has got another address on the last of them. */
const withAddress = ({ interfaces }: Instance, change: number): readonly object[] => {
  const address = `10.${64 + (change >> 16)}.${(change >> 8) & 255}.${change & 255}`;
  return interfaces.map((one, at) =>
    at === interfaces.length - 1 ? { ...one, ipAddress: address, ipAddresses: [address] } : one,
  );
};

/**
 * Changes the guest address of one VM instance after another, so many a second. That is seen in the
 * graph and may be in the picture, so that neither can be kept as it was.
 */
const changeInstances = async (
  { apiUrl, instances }: LargeCluster,
  seconds: number,
): Promise<number> => {
  const startedAt = Date.now();
  const total = seconds * PER_SECOND;
  let done = 0;
  const pending = new Set<Promise<void>>();
  while (done < total) {
    const due = Math.min(total, Math.floor(((Date.now() - startedAt) / 1_000) * PER_SECOND));
    for (; done < due; done += 1) {
      const instance = instances[(done * 37) % instances.length];
      if (instance === undefined) throw new Error('The cluster has no VM instances');
      const { namespace, name } = instance;
      const path = `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances/${name}`;
      const sent = fetch(apiUrl + path, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: JSON.stringify({
          metadata: { labels: { round: String(done) } },
          status: {
            phase: done % 2 === 0 ? 'Running' : 'Scheduled',
            interfaces: withAddress(instance, done),
          },
        }),
      }).then(async (answer) => {
        await answer.text();
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        pending.delete(sent);
      });
      pending.add(sent);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await Promise.all(pending);
  return done;
};

/** The runner keeps the names of functions by a helper of its own, which a page does not have. */
const NAME_HELPER = 'globalThis.__name = (named) => named;';

/** @param seconds how long changes come in */
export const measurePage = async (
  page: Page,
  cluster: LargeCluster,
  seconds: number,
): Promise<PageFigures> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.addInitScript(NAME_HELPER);
  await page.evaluate(NAME_HELPER);
  await page.addInitScript(watchPage);
  const idleFps = await framesPerSecond(page, 'nothing');
  await page.goto(`${cluster.url}/vm-networks`);
  const { lastPage, drawn } = await untilSettled(page);
  const elements = await page
    .locator(`${CANVAS} .vm-networks-element, ${CANVAS} .vm-networks-frame`)
    .count();
  const heap = await heapOf(session);
  const pan = await motion(page, session, 'pan');
  const zoom = await motion(page, session, 'zoom');
  const find = await findTime(page);
  const heapBefore = await restingHeap(page, session);
  const before = (await notesOf(page)).tasks.length;
  const changes = await changeInstances(cluster, seconds);
  await page.waitForTimeout(1_000);
  const tasks = (await notesOf(page)).tasks.slice(before);
  const heapAfter = await restingHeap(page, session);
  return {
    lastPage,
    drawn,
    elements,
    heap,
    heapBefore,
    heapAfter,
    panFps: pan.fps,
    zoomFps: zoom.fps,
    panWork: pan.work,
    zoomWork: zoom.work,
    idleFps,
    find,
    longestTask: Math.max(0, ...tasks),
    changes,
  };
};
