/**
 * Edits `status.currentState` of a NodeNetworkState. Like the real handler it writes only when the
 * state changed (kubernetes-nmstate pkg/node/refresh.go), so the time stamp of a quiet node is old.
 */
import type { KubeClient } from './client';
import { timestamp } from './clock';
import { jsonEqual } from './jsonEqual';
import type { CurrentState, NodeNetworkState } from './nmstateTypes';
import { NODE_STATES } from './resources';

export async function updateNodeState(
  client: KubeClient,
  node: string,
  edit: (state: CurrentState) => CurrentState,
): Promise<void> {
  await client.updateStatus<NodeNetworkState>(NODE_STATES, { name: node }, (stored) => {
    const before = stored.status?.currentState;
    if (!before) return undefined;
    const currentState = edit(before);
    if (jsonEqual(before, currentState)) return undefined;
    return {
      ...stored,
      status: { ...stored.status, currentState, lastSuccessfulUpdateTime: timestamp() },
    };
  });
}
