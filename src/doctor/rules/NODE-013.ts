/**
 * NODE-013: VMs of a localnet network run on a node, bridge and mapping are right, and still the
 * patch port is missing that ovn-controller makes for it: OVN has not plumbed the network there.
 */
import { localnetPatchPort } from '../../cluster/ovnNames';
import { conditionOf } from '../../cluster/readConditions';
import { Shared } from '../../cluster/shared';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { VmiRecord } from '../../cluster/vmRecord';
import { entityId } from '../../network/model';
import type {
  NetworkGraph,
  NetworkView,
  NodeView,
  VmView,
  VnicView,
} from '../../network/networkGraph';
import { whyNoMappings } from '../../network/nodeEvidence';
import { collector } from '../collectEach';
import { networksOfVnic } from '../facts/localnetVms';
import { nameList } from '../facts/nameList';
import { distrust } from '../facts/stateTrust';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, RuleContext } from '../model';
import type { GraphChange } from '../change';
import { hasPassed } from '../ruleRun';
import { VMS } from '../walk';
import type { Walk } from '../walk';
import { NODE_KINDS } from '../facts/perGraph';
import { pushTo } from '../../network/multiMap';

const id = 'NODE-013';
const TWO_MINUTES_MS = 120_000;
/** Two polls of NodeNetworkState, each up to 66 s apart. */
const TWO_POLLS_MS = 132_000;

/** What there is to say of one NIC on one node. */
interface Note {
  readonly node: string;
  readonly network: NetworkView;
  /** Why it is not known whether the network is plumbed there; without it, it is not. */
  readonly doubt?: Text;
  readonly vnic: VnicView;
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
const hasSettled = (context: RuleContext, { vmi }: VnicView, node: NodeView): boolean => {
  if (vmi?.phase !== 'Running' || vmi.node !== node.name) return false;
  const since = runningSince(vmi);
  if (since === undefined) return false;
  const isReported = (node.state?.updatedAt ?? 0) >= since;
  return hasPassed(context, since + (isReported ? TWO_MINUTES_MS : TWO_POLLS_MS));
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

const whySilent = (node: NodeView): Text | undefined =>
  showsPatchPorts(node)
    ? undefined
    : text('The NodeNetworkState of {{node}} lists no patch ports.', { node: node.name });

/** The bridge that should have the patch port and has not; undefined where all is well or NODE-002 or NAD-005 speak. */
const isBare = (node: NodeView, network: NetworkView): boolean => {
  const bridge = node.mappings?.get(network.physicalName);
  if (bridge === undefined || node.bridges.get(bridge)?.ovs !== true) return false;
  return !isPlumbed(node, bridge, localnetPatchPort(network.name));
};

/** Why nothing is known of the plumbing on a node of the graph. */
const whyBlind = (graph: NetworkGraph, name: string): Text | undefined => {
  const node = graph.nodes.get(name);
  if (node === undefined) return undefined;
  return distrust(graph, node) ?? whyNoMappings(graph.snapshot, node, name);
};

const notesOn = (
  context: RuleContext,
  vm: VmView,
  node: NodeView,
  blind: Text | undefined,
): readonly Note[] | undefined => {
  const { graph } = context;
  let notes: Note[] | undefined;
  for (const vnic of vm.vnics) {
    for (const network of networksOfVnic(graph, vnic)) {
      if (network.physicalName === '') continue;
      const isHere = blind === undefined && !isBare(node, network);
      if (isHere) continue;
      const note = { node: node.name, network, vnic };
      const doubt = blind ?? whySilent(node);
      if (doubt !== undefined) (notes ??= []).push({ ...note, doubt });
      else if (isPlugged(graph, vnic, network.name) && hasSettled(context, vnic, node)) {
        (notes ??= []).push(note);
      }
    }
  }
  return notes;
};

const notesOf = (
  context: RuleContext,
  vm: VmView,
  blind: Shared<Text | undefined>,
): readonly Note[] | undefined => {
  let all: readonly Note[] | undefined;
  for (const name of vm.nodes) {
    const node = context.graph.nodes.get(name);
    const notes = node === undefined ? undefined : notesOn(context, vm, node, blind.of(name));
    if (notes !== undefined) all = all === undefined ? notes : [...all, ...notes];
  }
  return all;
};

function* vmsOn({ after, nodes }: GraphChange): Generator<string> {
  for (const node of nodes) for (const vm of after.vmsOnNode(node)) yield vm.key;
}

/**
 * VM by VM like the other checks of VMs. A node that reports concerns those on it; a NAD concerns
 * all, because one of them may decide on the network of several, and notes go by network.
 */
const VMS_ON_NODES: Walk<VmView> = {
  ...VMS,
  touched: (change, kind) => {
    if (kind === 'nads') return 'all';
    return NODE_KINDS.includes(kind) ? vmsOn(change) : VMS.touched(change, kind);
  },
};

const collect = collector<VmView, readonly Note[]>(VMS_ON_NODES);

const judgeNetwork = (network: NetworkView, notes: readonly Note[]): Judgement => {
  const bare = notes.filter((note) => note.doubt === undefined);
  if (bare.length === 0) return unclear(network.id, notes[0]?.doubt ?? text('Not known'));
  return fault({
    severity: 'error',
    subject: network.id,
    related: bare.flatMap(({ node, vnic }) => [
      entityId('node', node),
      entityId('mapping', node, network.physicalName),
      vnic.id,
    ]),
    message: text(
      'Network {{network}} is not plumbed on {{nodes}}, although VMs of it run there: the patch port {{patch}} is missing.',
      {
        network: network.name,
        nodes: nameList(new Set(bare.map(({ node }) => node))),
        patch: localnetPatchPort(network.name),
      },
    ),
    symptom: text('These VMs run without a network.'),
    fix: text('Look at ovn-controller and ovnkube-node on the node, in openshift-ovn-kubernetes.'),
  });
};

/** Network -> its notes, sorted by node. */
const byNetwork = (
  notes: ReadonlyMap<string, readonly Note[]>,
): ReadonlyMap<NetworkView, readonly Note[]> => {
  const groups = new Map<NetworkView, Note[]>();
  const all = [...notes.values()].flat();
  for (const note of all.sort((a, b) => (a.node < b.node ? -1 : a.node > b.node ? 1 : 0))) {
    pushTo(groups, note.network, note);
  }
  return groups;
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
    // Asked once for all VMs of a node.
    const blind = new Shared((name) => whyBlind(context.graph, name));
    return collect(
      context,
      (vm) => notesOf(context, vm, blind),
      (notes) => judge(id, byNetwork(notes), ([network, group]) => judgeNetwork(network, group)),
    );
  },
};
