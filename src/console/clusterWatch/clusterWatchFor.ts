/**
 * The one cluster watch of the page, per identity: all components share it, and an admin who begins
 * to impersonate somebody gets another one, so that nothing seen before leaks into the new view.
 */
import { becomeIdentity } from '../identity';
import { createTransport } from '../projectedWatch/createTransport';
import type { Impersonation } from '../useImpersonation';
import { ClusterWatch } from './ClusterWatch';
import { createSources } from './createSources';

let current: { readonly key: string; readonly watch: ClusterWatch } | undefined;

/** The watch for an identity; only the latest one is kept. */
export const clusterWatchFor = ({ key, subprotocols }: Impersonation): ClusterWatch => {
  if (current?.key !== key) {
    becomeIdentity(key);
    current = { key, watch: new ClusterWatch(createSources(createTransport(subprotocols))) };
  }
  return current.watch;
};
