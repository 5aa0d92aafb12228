/**
 * Waits until the graph shows that a step took effect, reporting each change on the way. Ends by
 * the condition, by the step's own time limit, or when the job is abandoned.
 */
import { text } from '../cluster/text';
import type { Wait } from '../plan/model';
import { waitProgress } from '../plan/waitProgress';
import type { WaitProgress } from '../plan/progress';
import type { GraphSource } from './graphSource';

export const awaitProgress = (
  wait: Wait,
  generation: number,
  source: GraphSource,
  signal: AbortSignal,
  report: (progress: WaitProgress) => void,
): Promise<WaitProgress> => {
  if (wait.type === 'none') return Promise.resolve({ state: 'done', nodes: [] });
  return new Promise((resolve) => {
    let last = '';
    const finish = (progress: WaitProgress): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abandon);
      unsubscribe();
      resolve(progress);
    };
    const look = (): void => {
      const progress = waitProgress(wait, source.current(), generation);
      const seen = JSON.stringify(progress);
      if (seen !== last) report(progress);
      last = seen;
      if (progress.state !== 'pending') finish(progress);
    };
    const abandon = (): void =>
      finish({ state: 'failed', detail: text('The wait was abandoned.'), nodes: [] });
    const unsubscribe = source.subscribe(look);
    const timer = setTimeout(() => {
      const { nodes } = waitProgress(wait, source.current(), generation);
      const detail = text('Not finished after {{seconds}} seconds.', {
        seconds: wait.timeoutSeconds,
      });
      finish({ state: 'failed', detail, nodes });
    }, wait.timeoutSeconds * 1000);
    signal.addEventListener('abort', abandon);
    look();
  });
};
