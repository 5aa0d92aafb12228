/**
 * NODE-013: VMs of a localnet network run on a node, bridge and mapping are right, and still the
 * patch port is missing that ovn-controller makes for it: OVN has not plumbed the network there.
 */
import { localnetPatchPort } from '../../cluster/ovnNames';
import { conditionOf } from '../../cluster/readConditions';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { VmiRecord } from '../../cluster/vmRecord';
import { entityId } from '../../network/model';
import type { NetworkGraph, NetworkView, NodeView, VnicView } from '../../network/networkGraph';
import { whyNoMappings } from '../../network/nodeEvidence';
import { vnicsByNode } from '../facts/localnetVms';
import { nameList } from '../facts/nameList';
import { perGraph } from '../facts/perGraph';
import { distrust } from '../facts/stateTrust';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-013';
const TWO_MINUTES_MS = 120_000;
/** Two polls of NodeNetworkState, each up to 66 s apart. */
const TWO_POLLS_MS = 132_000;

interface Bare {
  readonly node: NodeView;
  readonly vnics: readonly VnicView[];
}

/** Since when the instance runs on its node, as far as it tells; in milliseconds. */
const runningSince = ({ conditions, meta, migration }: VmiRecord): number | undefined => {
  const ready = conditionOf(conditions, 'Ready')?.changedAt ?? meta.createdAt;
  if (ready === undefined || migration?.endedAt === undefined) return ready;
  return Math.max(ready, migration.endedAt);
};

/** The running instance has this NIC, on this network, plugged in. */
const isPlugged = (graph: NetworkGraph, vnic: VnicView, network: string): boolean => {
  const { vmi, instanceNic, status } = vnic;
  if (vmi === undefined || instanceNic === undefined || instanceNic.state === 'absent')
    return false;
  const nadKey = vnic.instanceNadKey ?? vnic.nadKey;
  if (nadKey === undefined || graph.networkOfNad(nadKey)?.name !== network) return false;
  return status !== undefined || vmi.interfaces.length === 0;
};

/** Running on this node long enough for ovn-controller and NodeNetworkState to have caught up. */
const hasSettled = ({ vmi }: VnicView, node: NodeView, now: number): boolean => {
  if (vmi?.phase !== 'Running' || vmi.node !== node.name) return false;
  const since = runningSince(vmi);
  if (since === undefined) return false;
  const age = now - since;
  return age > TWO_POLLS_MS || (age > TWO_MINUTES_MS && (node.state?.updatedAt ?? 0) >= since);
};

/** The state lists patch ports at all; without br-ex' own there, absence says nothing. */
const showsPatchPorts = (node: NodeView): boolean => {
  for (const record of node.byName.values()) if (record.name.startsWith('patch-')) return true;
  for (const { record } of node.bridges.values()) {
    if (record.bridge?.ports.some((port) => port.name.startsWith('patch-')) === true) return true;
  }
  return false;
};

const isPlumbed = (node: NodeView, bridge: string, patch: string): boolean =>
  node.byName.has(patch) ||
  node.bridges.get(bridge)?.record.bridge?.ports.some((port) => port.name === patch) === true;

const whyBlind = (graph: NetworkGraph, node: NodeView): Text | undefined =>
  distrust(graph, node) ?? whyNoMappings(graph.snapshot, node, node.name);

/** Nodes of which the state or the mappings are not known, and why. */
const blindNodes = perGraph((graph): ReadonlyMap<NodeView, Text> => {
  const blind = new Map<NodeView, Text>();
  for (const node of graph.nodes.values()) {
    const why = whyBlind(graph, node);
    if (why !== undefined) blind.set(node, why);
  }
  return blind;
});

const whySilent = (node: NodeView): Text | undefined =>
  showsPatchPorts(node)
    ? undefined
    : text('The NodeNetworkState of {{node}} lists no patch ports.', { node: node.name });

const judgeNetwork = (
  graph: NetworkGraph,
  network: NetworkView,
  now: () => number,
): Judgement | undefined => {
  const patch = localnetPatchPort(network.name);
  const blindness = blindNodes(graph);
  const bare: Bare[] = [];
  let doubt: Text | undefined;
  for (const [name, present] of vnicsByNode(graph, network.name)) {
    const node = graph.nodes.get(name);
    if (node === undefined) continue;
    const blind = blindness.get(node);
    doubt ??= blind;
    const bridge = node.mappings?.get(network.physicalName);
    if (blind !== undefined || bridge === undefined) continue;
    if (node.bridges.get(bridge)?.ovs !== true || isPlumbed(node, bridge, patch)) continue;
    const silent = whySilent(node);
    doubt ??= silent;
    if (silent !== undefined) continue;
    const vnics = present.filter(
      (vnic) => isPlugged(graph, vnic, network.name) && hasSettled(vnic, node, now()),
    );
    if (vnics.length > 0) bare.push({ node, vnics });
  }
  if (bare.length === 0) return doubt === undefined ? undefined : unclear(network.id, doubt);
  return fault({
    severity: 'error',
    subject: network.id,
    related: bare.flatMap(({ node, vnics }) => [
      entityId('node', node.name),
      entityId('mapping', node.name, network.physicalName),
      ...vnics.map((vnic) => vnic.id),
    ]),
    message: text(
      'Network {{network}} is not plumbed on {{nodes}}, although VMs of it run there: the patch port {{patch}} is missing.',
      { network: network.name, nodes: nameList(bare.map(({ node }) => node.name)), patch },
    ),
    symptom: text('These VMs run without a network.'),
    fix: text('Look at ovn-controller and ovnkube-node on the node, in openshift-ovn-kubernetes.'),
  });
};

export const NODE_013: Rule = {
  id,
  title: text('Localnet is not plumbed although VMs run there'),
  severity: 'error',
  tier: 'N',
  reads: ['nodeStates', 'nads', 'vmis'],
  consults: ['vms', 'nodes', 'policies', 'enactments', 'cudns', 'udns'],
  source: 'ovn controller/patch.c; ovn-kubernetes go-controller/pkg/types/const.go',
  check: (context) => {
    const { graph } = context;
    const localnets = [...graph.networks.values()].filter((n) => n.physicalName !== '');
    return judge(id, localnets, (network) => judgeNetwork(graph, network, () => context.now));
  },
};
