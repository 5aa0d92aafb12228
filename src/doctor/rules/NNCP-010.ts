/**
 * NNCP-010: an OVS bridge takes any port name. For a name that is no NIC nmstate makes an
 * internal port, and the policy is "Available" while the bridge leads nowhere.
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoState } from '../../network/nodeEvidence';
import { declaredNames } from '../facts/declaredNames';
import { enslavedPorts } from '../facts/enslavedPorts';
import type { EnslavedPort } from '../facts/enslavedPorts';
import { memoBy } from '../../network/memoBy';
import { nameList } from '../facts/nameList';
import { policyId } from '../facts/policyIds';
import { intentOn, isWanted } from '../../network/policyIntent';
import { unseenNodes } from '../facts/policyNodes';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { nearestName } from '../nearestName';
import { notesFrom, policyNotes } from '../facts/policyNotes';
import type { PolicyNotes } from '../facts/policyNotes';

const id = 'NNCP-010';

interface Phantom {
  readonly node: NodeView;
  readonly bridge: string;
  readonly port: string;
}

const REAL_TYPES = new Set(['ethernet', 'bond', 'vlan']);

const isReal = (record: InterfaceRecord | undefined): boolean =>
  record !== undefined && (REAL_TYPES.has(record.type) || record.patchPeer !== undefined);

const NOTHING: readonly EnslavedPort[] = [];

/** What the OVS bridges of a document take, with the bridge's name. */
const ovsPorts = memoBy((desired: DesiredState): readonly EnslavedPort[] =>
  desired.interfaces
    .filter((entry) => entry.type === 'ovs-bridge' && isWanted(entry))
    .flatMap((entry) => enslavedPorts(entry).map(({ name }) => ({ name, controller: entry.name }))),
);

const portsOn = (policy: PolicyRecord, node: NodeView): readonly EnslavedPort[] => {
  const intent = intentOn(policy, node);
  return intent === undefined ? NOTHING : ovsPorts(intent);
};

const phantomsOn = (policy: PolicyRecord, node: NodeView): readonly Phantom[] =>
  portsOn(policy, node)
    .filter(({ name }) => !isReal(node.byName.get(name)) && !declaredNames(node).has(name))
    .map(({ name, controller }) => ({ node, bridge: controller, port: name }));

const fixOf = ({ node, port }: Phantom): Text => {
  const near = nearestName(port, node.nics.keys());
  return near === undefined
    ? text('Correct the name of the NIC, and remove the internal port {{port}}.', { port })
    : text('Did you mean {{near}}? Correct the name, and remove the internal port {{port}}.', {
        near,
        port,
      });
};

const noteOn = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  node: NodeView,
): PolicyNotes<Phantom> | undefined => {
  if (node.state?.hasState === true) return notesFrom(phantomsOn(policy, node), undefined);
  const doubt =
    portsOn(policy, node).length > 0 ? whyNoState(graph.snapshot, node, node.name) : undefined;
  return doubt === undefined ? undefined : { found: [], doubt };
};

const judgePolicies = policyNotes<Phantom>();

const judgePolicy = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  { found, doubt }: PolicyNotes<Phantom>,
): Judgement | undefined => {
  const [first] = found;
  if (first === undefined) {
    const unseen = ovsPorts(policy.desired).length > 0 ? unseenNodes(graph) : undefined;
    const reason = doubt ?? unseen;
    return reason === undefined ? undefined : unclear(policyId(policy), reason);
  }
  const alike = found.filter((f) => f.port === first.port && f.bridge === first.bridge);
  return fault({
    severity: 'error',
    subject: policyId(policy),
    related: found.flatMap(({ node, bridge, port }) => [
      entityId('node', node.name),
      entityId('bridge', node.name, bridge),
      entityId('internalIf', node.name, port),
    ]),
    message: text(
      'Policy {{policy}} makes {{port}} a port of {{bridge}}, but there is no NIC of that name on {{nodes}}.',
      {
        policy: policy.meta.name,
        port: first.port,
        bridge: first.bridge,
        nodes: nameList(alike.map((f) => f.node.name)),
      },
    ),
    symptom: text('The VMs on the bridge are cut off, and the policy may still be Available.'),
    fix: fixOf(first),
  });
};

export const NNCP_010: Rule = {
  id,
  title: text('OVS bridge port is not a real NIC'),
  severity: 'error',
  tier: 'N',
  reads: ['policies', 'nodeStates'],
  consults: ['nodes', 'enactments'],
  source: 'nmstate rust/src/lib/ifaces/inter_ifaces_controller.rs',
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
