/**
 * NNCP-020: a policy without selector reaches the control plane too. Machines there often have
 * other NICs, so a policy that names NICs should not go there; a mapping alone does little harm.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { policyId } from '../facts/policyIds';
import { writtenIntent } from '../../network/policyIntent';
import { namedNics } from '../facts/policyNics';
import { takesVms } from '../facts/takesVms';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-020';

const FIX = text(
  'Give the policy a nodeSelector for the nodes that run VMs, for example node-role.kubernetes.io/worker.',
);

const judgePolicy = (graph: NetworkGraph, policy: PolicyRecord): Judgement | undefined => {
  const { name } = policy.meta;
  const nics = namedNics(writtenIntent(policy));
  const masters = graph
    .nodesOfPolicy(name)
    .filter((node) => node.isControlPlane && !takesVms(graph, node));
  const related = masters.map((node) => entityId('node', node.name));
  const subject = policyId(policy);
  if (masters.length > 0 && nics.length > 0) {
    return fault({
      severity: 'warning',
      subject,
      related,
      message: text('Policy {{name}} names {{nics}} and reaches {{nodes}}, which take no VMs.', {
        name,
        nics: nameList(nics),
        nodes: nameList(masters.map((node) => node.name)),
      }),
      symptom: text('The policy fails there, or takes a NIC that the control plane needs.'),
      fix: FIX,
    });
  }
  const { nodes } = graph.snapshot;
  if (!isKnown(nodes) && nics.length > 0) return unclear(subject, whyUnknown('nodes', nodes));
  const selectsAll = Object.keys(policy.nodeSelector).length === 0;
  if (!selectsAll && masters.length === 0) return undefined;
  return fault({
    severity: 'info',
    subject,
    related,
    message: selectsAll
      ? text('Policy {{name}} has no nodeSelector and applies to every node.', { name })
      : text('Policy {{name}} applies to {{nodes}}, which take no VMs.', {
          name,
          nodes: nameList(masters.map((node) => node.name)),
        }),
    fix: FIX,
  });
};

export const NNCP_020: Rule = {
  id,
  title: text('Policy reaches the control plane or every node'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodes', 'enactments'],
  source: 'kubernetes-nmstate deploy/handler/operator.yaml',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => judgePolicy(graph, policy)),
};
