/**
 * Offers every Linux bridge of a node as the extended resource
 * `bridge.network.kubevirt.io/<bridge>` = 1k; OVS bridges are not marked.
 * Source: kubevirt bridge-marker pkg/marker/marker.go.
 */
import { jsonEqual } from '../jsonEqual';
import type { NodeObject } from '../nmstateTypes';
import type { OperatorContext } from '../operatorContext';
import { createQueue } from '../operatorContext';
import { NODES } from '../resources';
import type { WorkQueue } from '../workQueue';

const PREFIX = 'bridge.network.kubevirt.io/';

function marked(
  resources: Record<string, string> | undefined,
  bridges: readonly string[],
): Record<string, string> {
  const others = Object.entries(resources ?? {}).filter(([name]) => !name.startsWith(PREFIX));
  const marks = bridges.map((name): [string, string] => [PREFIX + name, '1k']);
  return Object.fromEntries([...others, ...marks]);
}

export function startBridgeMarker(context: OperatorContext): WorkQueue {
  const { client, informers } = context;
  const queue = createQueue(context, 'bridge-marker', async (name) => {
    const state = informers.nodeStates.get(undefined, name)?.status?.currentState;
    if (!state) return;
    const bridges = state.interfaces.flatMap((entry) =>
      entry.type === 'linux-bridge' && entry.state === 'up' ? [entry.name] : [],
    );
    await client.updateStatus<NodeObject>(NODES, { name }, (node) => {
      const allocatable = marked(node.status?.allocatable, bridges);
      if (jsonEqual(allocatable, node.status?.allocatable)) return undefined;
      const capacity = marked(node.status?.capacity, bridges);
      return { ...node, status: { ...node.status, allocatable, capacity } };
    });
  });
  informers.nodeStates.onChange(({ after }) => {
    if (after) queue.add(after.metadata.name);
  });
  return queue;
}
