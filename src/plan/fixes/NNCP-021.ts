/**
 * NNCP-021: a mapping reaches nodes on which nothing makes its bridge. Where one policy makes the
 * bridge, the mapping's policy gets that one's nodeSelector.
 */
import { asArray, recordOf, textOf } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { text } from '../../cluster/text';
import { isBridgeEntry, isWanted } from '../../network/policyIntent';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Fix } from './fix';
import { policyApplied, policyTarget } from './policyFix';

/** Bridges that the policy maps localnets to. */
const mappedBridges = (policy: KubeObject): ReadonlySet<string> => {
  const { ovn } = recordOf(recordOf(policy.spec).desiredState);
  return new Set(
    asArray(recordOf(ovn)['bridge-mappings']).map((entry) => textOf(recordOf(entry).bridge)),
  );
};

/** The policies that make any of the bridges. */
const makersOf = (graph: NetworkGraph, bridges: ReadonlySet<string>): readonly PolicyRecord[] =>
  [...graph.snapshot.policies.items.values()].filter(({ desired }) =>
    desired.interfaces.some(
      (entry) => isBridgeEntry(entry) && isWanted(entry) && bridges.has(entry.name),
    ),
  );

export const FIX_NNCP_021: Fix = {
  rule: 'NNCP-021',
  purpose: text('Give the policy the nodeSelector of the policy that makes the bridge'),
  targetOf: policyTarget,
  operations: (policy, { graph }) => {
    const [maker, ...others] = makersOf(graph, mappedBridges(policy));
    const { nodeSelector } = recordOf(policy.spec);
    if (maker === undefined || others.length > 0) return [];
    if (Object.keys(maker.nodeSelector).length === 0) return [];
    const op = nodeSelector === undefined ? 'add' : 'replace';
    return [{ op, path: '/spec/nodeSelector', value: { ...maker.nodeSelector } }];
  },
  waitFor: policyApplied,
};
