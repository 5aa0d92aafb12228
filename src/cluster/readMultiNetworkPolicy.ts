/**
 * MultiNetworkPolicy: which NADs it is for, and whether a peer selects pods, which works only on
 * networks whose addresses OVN hands out. Source: OVN-Kubernetes
 * docs/features/multiple-networks/multi-network-policies.md.
 */
import type { MultiNetworkPolicyRecord } from './clusterRecords';
import { asArray, ownString, recordOf } from './json';
import { readLabelSelector } from './readLabelSelector';
import { readMeta } from './readMeta';

const POLICY_FOR = 'k8s.v1.cni.cncf.io/policy-for';

const selectsPods = (peers: unknown): boolean =>
  asArray(peers).some((item) => {
    const peer = recordOf(item);
    return peer.podSelector !== undefined || peer.namespaceSelector !== undefined;
  });

const splitList = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Takes a MultiNetworkPolicy; undefined when it has no name. */
export const readMultiNetworkPolicy = (object: unknown): MultiNetworkPolicyRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const spec = recordOf(recordOf(object).spec);
  return {
    kind: 'multiNetworkPolicy',
    meta,
    policyFor: splitList(ownString(meta.annotations, POLICY_FOR) ?? ''),
    selectsPods:
      asArray(spec.ingress).some((rule) => selectsPods(recordOf(rule).from)) ||
      asArray(spec.egress).some((rule) => selectsPods(recordOf(rule).to)),
    podSelector: readLabelSelector(spec.podSelector),
  };
};
