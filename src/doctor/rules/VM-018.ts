/**
 * VM-018: a MultiNetworkPolicy that names a missing NAD, selects pods on a network without
 * addresses, or is switched off cluster-wide protects nothing, and nothing says so.
 */
import type { MultiNetworkPolicyRecord } from '../../cluster/clusterRecords';
import { labelSelectorMatches } from '../../cluster/labelSelectorMatches';
import { metaKey } from '../../cluster/meta';
import { resolveNad } from '../../cluster/resolveNad';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { entityId } from '../../network/model';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { asOvn } from '../nadFacts';
import { nadNamespace } from '../vmFacts';

const id = 'VM-018';

interface Problem {
  readonly message: Text;
  readonly fix: Text;
}

const idOf = ({ meta }: MultiNetworkPolicyRecord): string =>
  entityId('multiNetworkPolicy', meta.namespace, meta.name);

const isSwitchedOn = ({ snapshot }: NetworkGraph): boolean | undefined => {
  if (!isKnown(snapshot.operatorNetworks)) return undefined;
  return [...snapshot.operatorNetworks.items.values()].some(
    ({ useMultiNetworkPolicy }) => useMultiNetworkPolicy === true,
  );
};

const problemOf = (
  graph: NetworkGraph,
  policy: MultiNetworkPolicyRecord,
  nadKey: string,
): Problem | undefined => {
  const values = { policy: metaKey(policy.meta), nad: nadKey };
  const nad = graph.snapshot.nads.items.get(nadKey);
  if (nad === undefined) {
    return isKnown(graph.snapshot.nads, nadNamespace(nadKey))
      ? {
          message: text(
            'MultiNetworkPolicy {{policy}} is for the NAD {{nad}}, which does not exist.',
            values,
          ),
          fix: text('Correct the annotation k8s.v1.cni.cncf.io/policy-for.'),
        }
      : undefined;
  }
  const plugin = asOvn(nad)?.plugin;
  if (policy.selectsPods && plugin !== undefined && plugin.subnets.length === 0) {
    return {
      message: text(
        'MultiNetworkPolicy {{policy}} selects pods or namespaces on {{nad}}, whose network has no subnets.',
        values,
      ),
      fix: text(
        'Use ipBlock in the peers: without subnets OVN does not know the addresses of pods.',
      ),
    };
  }
  if (isSwitchedOn(graph) !== false) return undefined;
  return {
    message: text(
      'MultiNetworkPolicy {{policy}} for {{nad}} has no effect: the cluster does not use such policies.',
      values,
    ),
    fix: text('Set useMultiNetworkPolicy: true in the operator.openshift.io Network "cluster".'),
  };
};

/** NICs that the policy is meant for. */
const coveredVnics = (
  graph: NetworkGraph,
  policy: MultiNetworkPolicyRecord,
  nadKey: string,
): readonly VnicView[] =>
  graph
    .vnicsOfNad(nadKey)
    .filter(
      (vnic) =>
        vnic.namespace === policy.meta.namespace &&
        labelSelectorMatches(
          policy.podSelector,
          vnic.vm?.templateLabels ?? vnic.vmi?.meta.labels ?? {},
        ),
    );

const judgePolicy = (
  graph: NetworkGraph,
  policy: MultiNetworkPolicyRecord,
  nadKey: string,
): readonly Judgement[] => {
  const problem = problemOf(graph, policy, nadKey);
  const own = idOf(policy);
  if (problem === undefined) {
    return isSwitchedOn(graph) === undefined
      ? [unclear(own, whyUnknown('operatorNetworks', graph.snapshot.operatorNetworks))]
      : [];
  }
  const vnics = coveredVnics(graph, policy, nadKey);
  const subjects = vnics.length === 0 ? [own] : vnics.map((vnic) => vnic.id);
  return subjects.map((subject) =>
    fault({
      ...problem,
      severity: 'warning',
      subject,
      related: [own, entityId('nad', nadKey)],
      symptom: text('Traffic that the policy should stop passes.'),
    }),
  );
};

export const VM_018: Rule = {
  id,
  title: text('MultiNetworkPolicy does not do what it says'),
  severity: 'warning',
  tier: 'S',
  reads: ['multiNetworkPolicies', 'nads'],
  consults: ['operatorNetworks', 'vms', 'vmis'],
  source:
    'ovn-kubernetes docs multi-network-policies; openshift-docs virt-localnet-additional-network-config',
  check: ({ graph }) =>
    judge(id, graph.snapshot.multiNetworkPolicies.items.values(), (policy) =>
      policy.policyFor.flatMap((name) =>
        judgePolicy(graph, policy, resolveNad(policy.meta.namespace, name)),
      ),
    ),
};
