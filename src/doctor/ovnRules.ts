/**
 * Checks that mean something on OVN-Kubernetes only. On another cluster network they are not run:
 * CL-002 says so once, these are unknown.
 */
import type { Text } from '../cluster/text';
import { text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import type { Rule } from './model';
import { isOtherNetwork } from './rules/CL-002';

const OVN_ONLY: ReadonlySet<string> = new Set([
  'CL-003',
  'CL-007',
  'NAD-003',
  'NAD-004',
  'NAD-005',
  'NAD-006',
  'NAD-007',
  'NAD-008',
  'NAD-009',
  'NAD-011',
  'NAD-013',
  'NAD-014',
  'NAD-023',
  'NAD-024',
  'NAD-026',
  'NNCP-006',
  'NNCP-008',
  'NNCP-009',
  'NNCP-012',
  'NNCP-021',
  'NODE-002',
  'NODE-003',
  'NODE-009',
  'NODE-010',
  'NODE-011',
  'NODE-012',
  'NODE-013',
  'NODE-014',
  'VM-018',
]);

/** Why the rule is not run on this cluster; undefined when it is. */
export const whyNotHere = (rule: Rule, graph: NetworkGraph): Text | undefined => {
  if (!OVN_ONLY.has(rule.id) && !rule.id.startsWith('CUDN-')) return undefined;
  for (const { networkType } of graph.snapshot.clusterNetworks.items.values()) {
    if (!isOtherNetwork(networkType)) continue;
    return text('Not run: the cluster network is {{type}}', { type: networkType });
  }
  return undefined;
};
