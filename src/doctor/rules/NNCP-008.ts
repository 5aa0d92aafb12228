/**
 * NNCP-008: a policy touches br-ex or what is under it. OVN-Kubernetes owns these interfaces: the
 * node drops off, and at best NMState's probes roll it back. Only on a cluster whose br-ex is
 * itself made by a policy may a policy describe it.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { entityId } from '../../network/model';
import { interfaceId } from '../../network/interfaceState';
import { whyNoState } from '../../network/nodeEvidence';
import { nameList } from '../facts/nameList';
import { definesBrEx, isHarmless, ownTrafficTouches } from '../facts/ownTraffic';
import type { OwnTrafficTouch } from '../facts/ownTraffic';
import { policyId } from '../facts/policyIds';
import { intentOn, isWanted } from '../../network/policyIntent';
import { unseenNodes } from '../facts/policyNodes';
import { enslavedPorts } from '../facts/enslavedPorts';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { notesFrom, policyNotes } from '../facts/policyNotes';
import type { PolicyNotes } from '../facts/policyNotes';

const id = 'NNCP-008';

interface Found {
  readonly node: NodeView;
  readonly touch: OwnTrafficTouch;
  readonly severity: 'critical' | 'warning';
}

/** NMState made br-ex here: a policy of the node, this one or another, defines it. */
const brExIsPolicyMade = (node: NodeView): boolean =>
  node.policies.some((policy) => {
    const intent = intentOn(policy, node);
    return intent !== undefined && definesBrEx(intent);
  });

const severityOf = (
  policyDefines: boolean,
  node: NodeView,
  touch: OwnTrafficTouch,
): Found['severity'] => {
  if (policyDefines) return 'warning';
  return touch.how === 'edit' && brExIsPolicyMade(node) ? 'warning' : 'critical';
};

/**
 * The policy takes over captured interfaces as they are, but for LLDP: what else stands in the
 * rendered document is the node's own state, not a wish.
 */
const comesBackWhole = ({ usesCapture, captureSets, desired }: PolicyRecord): boolean =>
  usesCapture &&
  desired.interfaces.length === 0 &&
  captureSets.every((path) => path.startsWith('interfaces.lldp'));

const touchesOn = (policy: PolicyRecord, node: NodeView): readonly Found[] => {
  const intent = intentOn(policy, node);
  if (intent === undefined) return [];
  const defines = definesBrEx(intent);
  const origin = comesBackWhole(policy) ? 'captured' : 'written';
  return ownTrafficTouches(node, intent, origin).map((touch) => ({
    node,
    touch,
    severity: severityOf(defines, node, touch),
  }));
};

const messageOf = (policy: PolicyRecord, { touch }: Found, nodes: string): Text => {
  const values = { policy: policy.meta.name, name: touch.name, nodes };
  switch (touch.how) {
    case 'take':
      return text(
        'Policy {{policy}} makes {{name}} a port of {{controller}}, but {{name}} carries the own traffic of {{nodes}}.',
        { ...values, controller: touch.controller ?? '' },
      );
    case 'remove':
      return text(
        'Policy {{policy}} takes {{name}} down, but it carries the own traffic of {{nodes}}.',
        values,
      );
    case 'edit':
      return text(
        'Policy {{policy}} changes {{name}}, which carries the own traffic of {{nodes}}.',
        values,
      );
  }
};

/** Why nothing can be said of a node on which nothing was found; undefined when it is clear. */
const doubtOn = (graph: NetworkGraph, policy: PolicyRecord, node: NodeView): Text | undefined => {
  const intent = intentOn(policy, node);
  if (intent === undefined) return undefined;
  const doubt = whyNoState(graph.snapshot, node, node.name);
  if (doubt === undefined) return undefined;
  const matters = intent.interfaces.some(
    (entry) => !isHarmless(entry) || (isWanted(entry) && enslavedPorts(entry).length > 0),
  );
  return matters ? doubt : undefined;
};

const noteOn = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  node: NodeView,
): PolicyNotes<Found> | undefined => {
  const found = touchesOn(policy, node);
  const doubt = found.length > 0 ? undefined : doubtOn(graph, policy, node);
  return notesFrom(found, doubt);
};

const judgePolicies = policyNotes<Found>();

const judgePolicy = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  { found, doubt }: PolicyNotes<Found>,
): Judgement | undefined => {
  const worst = found.find((f) => f.severity === 'critical') ?? found[0];
  if (worst === undefined) {
    const unseen = policy.desired.interfaces.length > 0 ? unseenNodes(graph) : undefined;
    const reason = doubt ?? unseen;
    return reason === undefined ? undefined : unclear(policyId(policy), reason);
  }
  const touched = new Set(found.map((f) => f.node.name));
  return fault({
    severity: worst.severity,
    subject: policyId(policy),
    related: found.flatMap(({ node, touch }) => [
      entityId('node', node.name),
      interfaceId(node, touch.name),
    ]),
    message: messageOf(policy, worst, nameList(touched)),
    symptom: text('The node drops off the network; NMState rolls back if its probes fail in time.'),
    fix: text(
      'Leave br-ex and its uplink alone: map a localnet to br-ex, or give the VMs another NIC.',
    ),
  });
};

export const NNCP_008: Rule = {
  id,
  title: text('Policy touches br-ex or its uplink'),
  severity: 'critical',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodeStates', 'nodes', 'enactments'],
  source:
    'openshift-docs modules/configuring-localnet-switched-topology.adoc; kubernetes-nmstate issue 1063',
  check: (context) => {
    const { graph } = context;
    return judgePolicies(
      context,
      id,
      (policy, node) => noteOn(graph, policy, node),
      (policy, notes) => judgePolicy(graph, policy, notes),
    );
  },
};
