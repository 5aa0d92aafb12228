/** What a projected watch watches, and how it reads the objects. */
import type { ReadRecord } from './RecordStore';

export interface WatchQuery<T> {
  /** API path of the list, such as `/apis/kubevirt.io/v1/virtualmachines`. */
  readonly path: string;
  /** Selectors and the like, the same for list and watch. */
  readonly query?: Readonly<Record<string, string>>;
  readonly read: ReadRecord<T>;
}
