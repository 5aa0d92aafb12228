/** The admin endpoints of the embedded cluster, as the fault panel calls them (dev/api-server/http). */
import { serverFlags } from '../boot/serverFlags';
import { coFetchJSON } from '../provided/consoleFetch';

export type FaultResponse =
  | 'drop'
  | { readonly delayMs: number }
  | { readonly status: number; readonly reason: string; readonly message: string };

export interface FaultRule {
  readonly verb?: string;
  readonly resource?: string;
  readonly times?: number;
  readonly chance?: number;
  readonly seed?: number;
  readonly respond: FaultResponse;
}

export interface ActiveFault extends FaultRule {
  readonly id: string;
  readonly hits: number;
}

const url = (path: string) => `${serverFlags.basePath}api/kubernetes${path}`;

export const listFaults = () => coFetchJSON(url('/__faults')) as Promise<readonly ActiveFault[]>;

export const addFault = (rule: FaultRule) => coFetchJSON.post(url('/__faults'), rule);

export const removeFault = (id: string) =>
  coFetchJSON.delete(`${url('/__faults')}?id=${encodeURIComponent(id)}`, undefined);

export const dropWatches = () => coFetchJSON.post(url('/__watches/drop'), {});

export const compact = () => coFetchJSON.post(url('/__compact'), {});

/** Lets something happen to a node; answers with the node it happened to. */
export const hurtNode = (fault: object) =>
  coFetchJSON.post(url('/__nodes'), fault) as Promise<{ readonly node: string }>;
