/** Small questions about a Node that several operators ask. */
import type { NodeObject } from './nmstateTypes';

export const isReady = (node: NodeObject): boolean =>
  node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ===
  true;

/** Test hook: an annotation that makes every apply on the node fail with its text. */
export const FAIL_APPLY = 'vm-networks.dev/fail-apply';

/** What the switch sends to each NIC, as JSON by NIC name; shown once LLDP is on. */
export const LLDP_ANNOTATION = 'vm-networks.dev/lldp';

export function neighborsOf(node: NodeObject | undefined): Record<string, unknown[]> {
  const text = node?.metadata.annotations?.[LLDP_ANNOTATION];
  return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown[]>);
}

export function internalIp(node: NodeObject): string {
  return node.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '';
}
