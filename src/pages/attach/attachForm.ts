/**
 * The state of the form "Attach a VM to a VLAN" as the fields hold it (texts, not numbers), its
 * defaults from the graph and the link that led here, and its translation into a wish and, with
 * the proposed or chosen way, into the planner's intent. Pure, so that every rule of the form can
 * be tested without a browser.
 */
import { cudnNetworkName } from '../../cluster/networkNameOf';
import type { NetworkGraph } from '../../network/networkGraph';
import { cudnNameOf } from '../../network/networkView';
import type { AttachIntent, FlowId, UplinkChoice } from '../../plan/attachIntent';
import { nodeLabelKey } from '../../plan/nodeLabelSteps';
import { nodeSelectorChoices, nodesOfSelector, selectorFromId } from '../../plan/nodeChoices';
import { intentFor } from '../../plan/proposeFlows';
import type { FlowProposal } from '../../plan/proposeFlows';
import type { StartingPoint } from '../../plan/startingPoint';
import type { Reach, Wish } from '../../plan/wish';
import { typedList } from '../../ui/typedList';
import { typedNumber } from '../../ui/typedNumber';
import { typedRanges } from './typedRanges';

export interface AttachForm {
  readonly reach: Reach['type'];
  /** As typed. */
  readonly vlan: string;
  /** VLANs that the guest tags, as typed: `100, 200-210`; '' is all. */
  readonly ranges: string;
  readonly addresses: 'outside' | 'cluster';
  /** As typed, separated by commas. */
  readonly subnets: string;
  /** As typed; '' takes the uplink's. */
  readonly mtu: string;
  /** As typed; '' takes the proposed one. */
  readonly networkName: string;
  readonly projects: readonly string[];
  /** `namespace/name`. */
  readonly vms: readonly string[];
  /** `key=value`, or '' for all nodes. */
  readonly selectorId: string;
  /** Set when nodes are chosen one by one. */
  readonly nodeList?: readonly string[];
  /** Undefined follows the proposal. */
  readonly flow?: FlowId;
  /** Undefined follows the proposal. */
  readonly uplink?: UplinkChoice;
  readonly preferred: NonNullable<Wish['preferred']>;
}

export const initialForm = (graph: NetworkGraph, start: StartingPoint): AttachForm => {
  const vms = (start.vms ?? []).filter((vm) => graph.vms.has(vm));
  const known = networkOfStart(graph, start);
  const [selector] = nodeSelectorChoices(graph);
  const [, ownName] = (start.nad ?? '').split('/');
  const ofVms = vms.flatMap((vm) => vm.split('/')[0] ?? []);
  const { nic, node = '' } = start;
  const bridge = start.bridge ?? bridgeOf(graph, start.localnet);
  return {
    reach: known === undefined || known.vlan !== undefined ? 'vlan' : known.reach,
    vlan: start.vlan ?? (known?.vlan === undefined ? '' : String(known.vlan)),
    ranges: '',
    addresses: 'outside',
    subnets: '',
    mtu: '',
    networkName: known?.name ?? ownName ?? '',
    projects: [...new Set([...(start.projects ?? []), ...ofVms])].sort(),
    vms,
    selectorId: selector?.id ?? '',
    ...choiceOfNode(graph, node),
    preferred: {
      ...(bridge === undefined ? {} : { bridge }),
      ...(nic === undefined ? {} : { nic }),
    },
  };
};

const HOSTNAME = 'kubernetes.io/hostname';

/**
 * One node, by the label that it has for itself: a label of its own would apply every policy on
 * it again (PRE-009). Only a node without one is listed.
 */
const choiceOfNode = (
  graph: NetworkGraph,
  name: string,
): Partial<Pick<AttachForm, 'nodeList' | 'selectorId'>> => {
  const record = graph.nodes.get(name)?.record;
  if (record === undefined) return {};
  const hostname = record.meta.labels[HOSTNAME];
  if (hostname === undefined) return { nodeList: [name] };
  const reached = nodesOfSelector(graph, { [HOSTNAME]: hostname });
  return reached.length === 1 ? { selectorId: `${HOSTNAME}=${hostname}` } : { nodeList: [name] };
};

/** The bridge that a localnet is mapped to, on whichever node comes first. */
const bridgeOf = (graph: NetworkGraph, localnet: string | undefined): string | undefined => {
  const [first] = graph.localnets.get(localnet ?? '')?.mappings.values() ?? [];
  return first;
};

/** The network that a link names, by its own name, its CUDN's, or one of its NADs. */
const networkOfStart = (graph: NetworkGraph, { network, nad }: StartingPoint) => {
  const view =
    graph.networks.get(network ?? '') ??
    graph.networks.get(cudnNetworkName({ meta: { name: network ?? '' } })) ??
    graph.networkOfNad(nad ?? '');
  if (view === undefined) return bridgeNetworkOfStart(graph, nad ?? '');
  const reach: Reach['type'] = view.topology === 'layer2' ? 'overlay' : 'untagged';
  return { name: cudnNameOf(view) ?? view.name, vlan: view.vlan, reach };
};

/** A NAD of the bridge CNI is a network by itself, under its own name. */
const bridgeNetworkOfStart = (graph: NetworkGraph, key: string) => {
  const nad = graph.snapshot.nads.items.get(key);
  if (nad === undefined || !('plugin' in nad.config)) return undefined;
  const { plugin } = nad.config;
  if (plugin.family !== 'bridge') return undefined;
  const vlan = plugin.vlan?.value === 0 ? undefined : plugin.vlan?.value;
  const reach: Reach['type'] = plugin.vlanTrunk.length > 0 ? 'trunk' : 'untagged';
  return { name: nad.meta.name, vlan, reach };
};

/** One edit of the form, with what follows from it: projects from VMs, the way from the wish. */
export const editForm = (form: AttachForm, edit: Partial<AttachForm>): AttachForm => {
  const next = { ...form, ...edit };
  const isOtherPlace = 'selectorId' in edit || 'nodeList' in edit;
  const isOtherWay = 'flow' in edit || 'reach' in edit;
  const placed =
    (isOtherPlace || isOtherWay) && !('uplink' in edit) ? without(next, 'uplink') : next;
  const way = 'reach' in edit && !('flow' in edit) ? without(placed, 'flow') : placed;
  if (edit.vms === undefined) return way;
  const added = edit.vms.filter((vm) => !form.vms.includes(vm));
  const projects = new Set(way.projects);
  if (!projects.has('default')) {
    for (const vm of added) projects.add(vm.split('/')[0] ?? '');
  }
  return { ...way, projects: [...projects].sort() };
};

const without = (form: AttachForm, key: 'uplink' | 'flow'): AttachForm => ({
  ...form,
  [key]: undefined,
});

const reachOf = (form: AttachForm): Reach => {
  switch (form.reach) {
    case 'vlan':
      return { type: 'vlan', vlan: typedNumber(form.vlan) ?? Number.NaN };
    case 'trunk':
      return { type: 'trunk', ranges: typedRanges(form.ranges) };
    default:
      return { type: form.reach };
  }
};

export const wishOf = (form: AttachForm, jobId: string): Wish => {
  const mtu = typedNumber(form.mtu);
  const networkName = form.networkName.trim();
  const label = nodeLabelKey(jobId);
  return {
    jobId,
    reach: reachOf(form),
    addressing:
      form.addresses === 'outside'
        ? { type: 'outside' }
        : { type: 'cluster', subnets: typedList(form.subnets) },
    ...(mtu === undefined ? {} : { mtu }),
    ...(networkName === '' ? {} : { networkName }),
    projects: form.projects,
    vms: form.vms.map((vm) => {
      const split = vm.indexOf('/');
      return { namespace: vm.slice(0, split), name: vm.slice(split + 1) };
    }),
    nodeSelector: form.nodeList === undefined ? selectorFromId(form.selectorId) : { [label]: '' },
    ...(form.nodeList === undefined ? {} : { labelNodes: form.nodeList }),
    preferred: form.preferred,
  };
};

/** The way that is chosen, else the one that is proposed. */
export const chosenProposal = (
  form: Pick<AttachForm, 'flow'>,
  proposals: readonly FlowProposal[],
): FlowProposal | undefined => proposals.find(({ flow }) => flow === form.flow) ?? proposals[0];

export const intentOf = (
  graph: NetworkGraph,
  form: AttachForm,
  wish: Wish,
  chosen: FlowProposal,
): AttachIntent =>
  form.uplink === undefined
    ? chosen.intent
    : intentFor(graph, wish, chosen.flow, form.uplink, chosen.intent.networkName);

/** Identifies a job in labels and in the journal: base-36 time and a random part. */
export const newJobId = (now: number, random: number): string =>
  `${now.toString(36)}-${Math.floor(random * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;
