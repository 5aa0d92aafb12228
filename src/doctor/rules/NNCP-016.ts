/**
 * NNCP-016: drift. The enactment says that the present spec has been applied, and the node does
 * not show it: somebody changed the node, another policy overrode it, or a NIC vanished.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { appliedDriftsOn } from '../../network/applied/appliedDrift';
import type { AppliedDrift } from '../../network/applied/appliedDrift';
import type { Drift } from '../../network/applied/drift';
import { nameList } from '../facts/nameList';
import { enactmentId, policyId } from '../facts/policyIds';
import { isTrue } from '../../cluster/conditionState';
import { intentOn } from '../../network/policyIntent';
import { fault, unclear } from '../finding';
import type { Fault } from '../finding';
import type { Rule, RuleContext } from '../model';
import { hasPassed } from '../ruleRun';
import { whyNoState } from '../../network/nodeEvidence';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { notesFrom, policyNotes } from '../facts/policyNotes';
import type { PolicyNotes } from '../facts/policyNotes';

const id = 'NNCP-016';
const SETTLING_MS = 90_000;

const messageOf = (policy: string, nodes: string, { what, name, wanted }: Drift): Text => {
  const values = { policy, nodes, name, wanted };
  switch (what) {
    case 'bridge':
      return text(
        'Policy {{policy}} is applied on {{nodes}}, but there is no bridge {{name}}.',
        values,
      );
    case 'port':
      return text(
        'Policy {{policy}} is applied on {{nodes}}, but {{name}} is no port of {{wanted}} there.',
        values,
      );
    case 'member':
      return text(
        'Policy {{policy}} is applied on {{nodes}}, but {{name}} is no member of bond {{wanted}} there.',
        values,
      );
    case 'mapping':
      return text(
        'Policy {{policy}} is applied on {{nodes}}, but localnet {{name}} is not mapped to {{wanted}} there.',
        values,
      );
    case 'mtu':
      return text(
        'Policy {{policy}} is applied on {{nodes}}, but the MTU of {{name}} is not {{wanted}} there.',
        values,
      );
  }
};

const toFault = (policy: PolicyRecord, found: readonly AppliedDrift[]): Fault | undefined => {
  const first = found[0]?.drifts[0];
  if (first === undefined) return undefined;
  const alike = found.filter(({ drifts }) =>
    drifts.some((drift) => drift.what === first.what && drift.name === first.name),
  );
  const nodes = nameList(alike.map(({ node }) => node.name));
  return fault({
    severity: 'warning',
    subject: policyId(policy),
    related: found.flatMap(({ node, drifts }) => [
      entityId('node', node.name),
      enactmentId(policy, node.name),
      ...drifts.map((drift) => drift.id),
    ]),
    message: messageOf(policy.meta.name, nodes, first),
    symptom: text('The policy says Available, and the network is not there.'),
    fix: text(
      'Find out who changed the node; then change the spec of the policy, for example a description, so that it is applied again.',
    ),
  });
};

/** Why it cannot be told whether the applied policy is there on the node. */
const doubtOn = (graph: NetworkGraph, policy: PolicyRecord, node: NodeView): Text | undefined => {
  const enactment = node.enactments.get(policy.meta.name);
  if (enactment === undefined || !isTrue(enactment.conditions, 'Available')) return undefined;
  const blind = whyNoState(graph.snapshot, node, node.name);
  if (blind !== undefined) return blind;
  const intent = intentOn(policy, node);
  if (intent !== undefined && (intent.mappings.length === 0 || node.mappings !== undefined)) {
    return undefined;
  }
  const values = { policy: policy.meta.name, node: node.name };
  return text('What policy {{policy}} made of {{node}} cannot be compared.', values);
};

/** What is missing on the node for long enough that its state would show it. */
const noteOn = (
  context: RuleContext,
  policy: PolicyRecord,
  node: NodeView,
): PolicyNotes<AppliedDrift> | undefined => {
  const found = appliedDriftsOn(node).filter(
    (drift) =>
      drift.policy === policy &&
      (drift.appliedAt === undefined || hasPassed(context, drift.appliedAt + SETTLING_MS - 1)),
  );
  const doubt = doubtOn(context.graph, policy, node);
  return notesFrom(found, doubt);
};

const judgePolicies = policyNotes<AppliedDrift>();

export const NNCP_016: Rule = {
  id,
  title: text('Applied, but not present on the node'),
  severity: 'warning',
  tier: 'N',
  reads: ['policies', 'enactments', 'nodeStates'],
  consults: ['nodes'],
  source: 'kubernetes-nmstate controllers/handler/node_controller.go',
  check: (context) =>
    judgePolicies(
      context,
      id,
      (policy, node) => noteOn(context, policy, node),
      (policy, { found, doubt }) =>
        toFault(policy, found) ??
        (doubt === undefined ? undefined : unclear(policyId(policy), doubt)),
    ),
};
