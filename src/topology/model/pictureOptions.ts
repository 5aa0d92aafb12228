/** What the user has chosen to see; all of it lives in the URL. */
import type { Filter } from './filter';
import { NO_FILTER } from './filter';
import type { Scope } from './scopeEntities';

export interface PictureOptions {
  readonly scope: Scope;
  readonly filter: Filter;
  /** Ids of folds that are opened in place. */
  readonly expanded: ReadonlySet<string>;
  /** Every node on its own instead of profiles of equal nodes. */
  readonly isEachNode: boolean;
  /** NICs and bonds on which nothing stands. */
  readonly showsUnused: boolean;
  /** VMs that are never folded away, because they are selected. */
  readonly kept: ReadonlySet<string>;
}

export const DEFAULT_OPTIONS: PictureOptions = {
  scope: '',
  filter: NO_FILTER,
  expanded: new Set(),
  isEachNode: false,
  showsUnused: false,
  kept: new Set(),
};
