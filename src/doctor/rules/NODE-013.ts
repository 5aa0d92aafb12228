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
import { memoBy } from '../../network/memoBy';
import { whyNoMappings } from '../../network/nodeEvidence';
import { collector } from '../collectEach';
import { networksOfVnic } from '../facts/localnetVms';
import { nameList } from '../facts/nameList';
import { distrust } from '../facts/stateTrust';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, RuleContext } from '../model';
import { NODES } from '../walk';

const id = 'NODE-013';
const TWO_MINUTES_MS = 120_000;
/** Two polls of NodeNetworkState, each up to 66 s apart. */
const TWO_POLLS_MS = 132_000;

/** Asked for on every node, so the name is put together once. */
const patchPort = memoBy(({ name }: NetworkView): string => localnetPatchPort(name));

/** What there is to say of one network on one node. */
interface Note {
  readonly network: NetworkView;
  /** Why it is not known whether the network is plumbed there. */
  readonly doubt?: Text;
  /** NICs that run there although it is not. */
  readonly bare: readonly VnicView[];
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
const hasSettled = ({ vmi }: VnicView, node: NodeView, now: () => number): boolean => {
  if (vmi?.phase !== 'Running' || vmi.node !== node.name) return false;
  const since = runningSince(vmi);
  if (since === undefined) return false;
  const age = now() - since;
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

const whySilent = (node: NodeView): Text | undefined =>
  showsPatchPorts(node)
    ? undefined
    : text('The NodeNetworkState of {{node}} lists no patch ports.', { node: node.name });

/** The bridge that should have the patch port and has not; undefined where all is well or NODE-002 or NAD-005 speak. */
const isBare = (node: NodeView, network: NetworkView): boolean => {
  const bridge = node.mappings?.get(network.physicalName);
  if (bridge === undefined || node.bridges.get(bridge)?.ovs !== true) return false;
  return !isPlumbed(node, bridge, patchPort(network));
};

/** Localnet networks of the VMs on the node, each with its NICs there. */
const networksOn = (
  graph: NetworkGraph,
  node: NodeView,
): ReadonlyMap<NetworkView, readonly VnicView[]> => {
  const present = new Map<NetworkView, VnicView[]>();
  for (const { vnics } of graph.vmsOnNode(node.name)) {
    for (const vnic of vnics) {
      for (const network of networksOfVnic(graph, vnic)) {
        if (network.physicalName === '') continue;
        const known = present.get(network);
        if (known === undefined) present.set(network, [vnic]);
        else known.push(vnic);
      }
    }
  }
  return present;
};

const notesOn = (context: RuleContext, node: NodeView): readonly Note[] | undefined => {
  const { graph } = context;
  const blind = distrust(graph, node) ?? whyNoMappings(graph.snapshot, node, node.name);
  const notes: Note[] = [];
  for (const [network, vnics] of networksOn(graph, node)) {
    const doubt = blind ?? (isBare(node, network) ? whySilent(node) : undefined);
    if (doubt !== undefined) notes.push({ network, doubt, bare: [] });
    if (doubt !== undefined || !isBare(node, network)) continue;
    const bare = vnics.filter(
      (vnic) => isPlugged(graph, vnic, network.name) && hasSettled(vnic, node, () => context.now),
    );
    if (bare.length > 0) notes.push({ network, bare });
  }
  return notes.length === 0 ? undefined : notes;
};

const collect = collector<NodeView, readonly Note[]>(NODES);

type NotesByNode = ReadonlyMap<string, Note>;

const judgeNetwork = (network: NetworkView, notes: NotesByNode): Judgement => {
  const bare = [...notes].filter(([, note]) => note.bare.length > 0);
  if (bare.length === 0) {
    const doubt = [...notes.values()].find((note) => note.doubt !== undefined)?.doubt;
    return unclear(network.id, doubt ?? text('Not known'));
  }
  return fault({
    severity: 'error',
    subject: network.id,
    related: bare.flatMap(([node, note]) => [
      entityId('node', node),
      entityId('mapping', node, network.physicalName),
      ...note.bare.map((vnic) => vnic.id),
    ]),
    message: text(
      'Network {{network}} is not plumbed on {{nodes}}, although VMs of it run there: the patch port {{patch}} is missing.',
      {
        network: network.name,
        nodes: nameList(bare.map(([node]) => node)),
        patch: localnetPatchPort(network.name),
      },
    ),
    symptom: text('These VMs run without a network.'),
    fix: text('Look at ovn-controller and ovnkube-node on the node, in openshift-ovn-kubernetes.'),
  });
};

const byNetwork = (notes: ReadonlyMap<string, readonly Note[]>) => {
  const groups = new Map<NetworkView, Map<string, Note>>();
  for (const node of [...notes.keys()].sort()) {
    for (const note of notes.get(node) ?? []) {
      const group = groups.get(note.network);
      if (group === undefined) groups.set(note.network, new Map([[node, note]]));
      else group.set(node, note);
    }
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
  check: (context) =>
    collect(
      context,
      (node) => notesOn(context, node),
      (notes) => judge(id, byNetwork(notes), ([network, group]) => judgeNetwork(network, group)),
    ),
};
