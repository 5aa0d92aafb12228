/** What taking a step back works with: the cluster as it is read and written, and who is told how far it is. */
import type { WaitProgress } from '../plan/progress';
import type { Api } from './api';
import type { GraphSource } from './graphSource';

export interface UndoContext {
  readonly api: Api;
  readonly source: GraphSource;
  readonly jobId: string;
  readonly signal: AbortSignal;
  readonly report: (progress: WaitProgress) => void;
}
