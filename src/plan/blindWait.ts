/**
 * Whether what a wait looks at can be seen at all. A list whose watch broke off shows yesterday's
 * objects, and one that failed shows none: neither "done" nor "gone" may be read from it.
 */
import type { KindKey, Snapshot } from '../cluster/snapshot';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { Wait } from './model';

const KINDS: Readonly<Partial<Record<Wait['type'], readonly KindKey[]>>> = {
  policyApplied: ['policies', 'enactments', 'nodes', 'nodeStates'],
  policyGone: ['policies', 'enactments'],
  nadAccepted: ['nads'],
  nadGone: ['nads'],
  bridgeOffered: ['nads', 'nodes'],
  cudnCreated: ['cudns', 'nads'],
  cudnGone: ['cudns'],
  udnCreated: ['udns', 'nads'],
  udnGone: ['udns'],
  networkUnused: ['vms', 'vmis', 'nads'],
  nicAttached: ['vms', 'vmis'],
  nicDetached: ['vms', 'vmis'],
  nicMoved: ['vms', 'vmis'],
};

/** A sentence while the cluster cannot be seen; undefined when it can. */
export const blindWait = (wait: Wait, snapshot: Snapshot): Text | undefined => {
  const kinds = KINDS[wait.type] ?? [];
  const lost = kinds.find((kind) => ['stale', 'failed', 'loading'].includes(snapshot[kind].state));
  return lost === undefined
    ? undefined
    : text(
        'The watch of {{kind}} is interrupted, so it cannot be told how far this is. It goes on when the connection is back.',
        { kind: lost },
      );
};
