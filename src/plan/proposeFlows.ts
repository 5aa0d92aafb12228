/**
 * Ways to bring about a wish, the one with the least change first, each with what it would change
 * or the reason why it cannot be done. The least change is counted on the plan itself: interfaces
 * on nodes weigh most, then mappings, then objects; on a tie a ClusterUserDefinedNetwork wins,
 * because OVN-Kubernetes protects it while it is in use (domain reference D.0, D.6).
 */
import { BR_EX, PHYSNET } from '../cluster/ovnNames';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph, NodeView } from '../network/networkGraph';
import type { AttachIntent, FlowId, UplinkChoice } from './attachIntent';
import { bridgeChoice, bridgeTypeOf } from './bridgeChoices';
import type { BridgeType } from './bridgeChoices';
import { checkAttachIntent } from './checkAttachIntent';
import { flowPlan } from './flowPlan';
import { FLOWS } from './flows';
import { lacksVlan } from './guards/PRE-010';
import type { Guard, IntentField, Step } from './model';
import { freeNetworkName } from './freeNetworkName';
import { networkOffers, vlanOfBrEx } from './networkOffers';
import type { NetworkOffer } from './networkOffers';
import { nodesOfIntent } from './nodeChoices';
import { isPreferred, noUplink, uplinkCandidates } from './uplinkCandidates';
import type { Wish } from './wish';

export interface FlowProposal {
  readonly flow: FlowId;
  readonly intent: AttachIntent;
  /** What it changes, in one sentence. */
  readonly why: Text;
  /** Why it cannot be done; the first blocking guard or the flow's own reason. */
  readonly obstacle?: Text;
  /** Weight of the change; proposals are sorted by it. */
  readonly cost: number;
}

const ORDER: readonly FlowId[] = [
  'cudnLocalnet',
  'dedicatedNic',
  'sharedNative',
  'sharedUntagged',
  'sharedTagged',
  'linuxBridge',
  'layer2',
];

/** Guards that speak about the way itself; those of names, projects and VMs hold for every way. */
const OF_THE_WAY: readonly IntentField[] = ['flow', 'nodes', 'uplink', 'bridgeName', 'nic', 'vlan'];

/** `mayNot`: why the user may not write a step; undefined when they may, or it is not known. */
export const proposeFlows = (
  graph: NetworkGraph,
  wish: Wish,
  mayNot: (step: Step) => Text | undefined = () => undefined,
): readonly FlowProposal[] => {
  const nodes = nodesOfIntent(graph, wish);
  const offers = networkOffers(graph, wish).filter(({ name, uplink }) =>
    wish.networkName === undefined ? isPreferred(wish, uplink) : wish.networkName === name,
  );
  const names = new Map<BridgeType, string>();
  const newName = (flow: FlowId): string => {
    const type = bridgeTypeOf(flow);
    const name = names.get(type) ?? freeNetworkName(graph, wish, flow);
    names.set(type, name);
    return name;
  };
  return ORDER.map((flow) => best({ graph, wish, nodes, mayNot, newName }, flow, offers)).sort(
    (a, b) => a.cost - b.cost,
  );
};

interface Situation {
  /** Of a network that is made; the same for all flows over one type of bridge. */
  readonly newName: (flow: FlowId) => string;
  readonly graph: NetworkGraph;
  readonly wish: Wish;
  readonly nodes: readonly NodeView[];
  readonly mayNot: (step: Step) => Text | undefined;
}

const best = (
  situation: Situation,
  flow: FlowId,
  offers: readonly NetworkOffer[],
): FlowProposal => {
  const { graph, wish, nodes, mayNot, newName } = situation;
  if ((wish.reach.type === 'overlay') !== (flow === 'layer2')) {
    return impossible(graph, wish, nodes, flow);
  }
  // One VLAN is as good as the other; an overlay that is there is somebody's own, until it is named.
  const isNamed = flow !== 'layer2' || wish.networkName !== undefined;
  const offer = isNamed ? offers.find((entry) => entry.flow === flow) : undefined;
  const candidates = offer === undefined ? uplinkCandidates(flow, wish, nodes) : [offer.uplink];
  let winner: FlowProposal | undefined;
  for (const uplink of candidates) {
    if (winner !== undefined && isNoBetter(uplink, winner, situation)) continue;
    const intent = intentFor(graph, wish, flow, uplink, offer?.name ?? newName(flow));
    const rated = rate(graph, intent, nodes, mayNot);
    const proposal = isPreferred(wish, uplink)
      ? rated
      : { ...rated, cost: rated.cost + NOT_PREFERRED };
    if (winner === undefined || proposal.cost < winner.cost) winner = proposal;
  }
  return winner ?? impossible(graph, wish, nodes, flow);
};

/**
 * A node has many NICs and bridges, and a form asks on every key: of uplinks that take the same to use, the
 * first one without an obstacle is as good as the others, unless the switch says that it does not carry
 * the VLAN there.
 */
const isNoBetter = (
  uplink: UplinkChoice,
  winner: FlowProposal,
  { wish, nodes }: Situation,
): boolean => {
  if (winner.obstacle !== undefined) return false;
  if (isPreferred(wish, uplink) && !isPreferred(wish, winner.intent.uplink)) return false;
  // A network that is named may have a localnet of its own, which is not the same on every bridge.
  if (uplink.type === 'existingBridge' && wish.networkName !== undefined) return false;
  const rank = effort(uplink, winner.flow, nodes);
  if (rank < effort(winner.intent.uplink, winner.flow, nodes)) return false;
  if (winner.cost < NOT_ON_SWITCH) return true;
  return wish.reach.type !== 'vlan' || lacksVlan(nodes, uplink, wish.reach.vlan);
};

/** What it takes to use an uplink: nothing, a mapping, or a bridge. */
const effort = (uplink: UplinkChoice, flow: FlowId, nodes: readonly NodeView[]): number => {
  if (uplink.type === 'newBridge' || uplink.type === 'vlanBridge') return 2;
  if (uplink.type !== 'existingBridge' || bridgeTypeOf(flow) === 'linux-bridge') return 0;
  const { localnets } = bridgeChoice(uplink.bridge, nodes);
  return localnets.some((localnet) => !localnet.startsWith(PHYSNET)) ? 0 : 1;
};

/** The wish done in one way over one uplink; `offered` is a network to use where no name is said. */
export const intentFor = (
  graph: NetworkGraph,
  wish: Wish,
  flow: FlowId,
  uplink: UplinkChoice,
  offered: string | undefined,
): AttachIntent => {
  const vlan = wish.reach.type === 'vlan' ? wish.reach.vlan : undefined;
  const onBrEx = uplink.type === 'existingBridge' && uplink.bridge === BR_EX;
  // br-ex inside the wished VLAN: untagged there is that VLAN (D.4, option a).
  const isThere = onBrEx && vlan !== undefined && vlanOfBrEx(nodesOfIntent(graph, wish)) === vlan;
  const tag = isThere ? undefined : vlan;
  return {
    jobId: wish.jobId,
    flow,
    nodeSelector: wish.nodeSelector,
    ...(wish.labelNodes === undefined ? {} : { labelNodes: wish.labelNodes }),
    uplink,
    ...(tag === undefined ? {} : { vlan: tag }),
    ...(wish.reach.type === 'trunk' ? { guestVlans: wish.reach.ranges } : {}),
    addressing: wish.addressing,
    networkName: wish.networkName ?? offered ?? freeNetworkName(graph, wish, flow),
    ...(wish.mtu === undefined ? {} : { mtu: wish.mtu }),
    projects: wish.projects,
    vms: wish.vms,
  };
};

const IMPOSSIBLE = 1e6;
/** The switch says that it does not carry the VLAN there: another uplink is likely the right one. */
const NOT_ON_SWITCH = 1000;
/** Whoever opened the form from a NIC or bridge means that one, whatever else would be less work. */
const NOT_PREFERRED = 2000;

const rate = (
  graph: NetworkGraph,
  intent: AttachIntent,
  nodes: readonly NodeView[],
  mayNot: (step: Step) => Text | undefined,
): FlowProposal => {
  // What stands against a VM stands against it in every way, and there may be a hundred.
  const way: AttachIntent = { ...intent, vms: [] };
  const { steps } = flowPlan({ graph, intent: way, nodes });
  const guards = checkAttachIntent(graph, way).filter(({ field }) => OF_THE_WAY.includes(field));
  const refused = steps.map(mayNot).find((reason) => reason !== undefined);
  const obstacle = guards.find(({ level }) => level === 'block')?.message ?? refused;
  const cost =
    ORDER.indexOf(intent.flow) / (2 * ORDER.length) +
    steps.reduce((sum, step) => sum + weightOnNodes(step), steps.length === 0 ? 0 : 1) +
    (guards.some(isNotOnSwitch) ? NOT_ON_SWITCH : 0) +
    (obstacle === undefined ? 0 : IMPOSSIBLE);
  const why = whyOf(intent, steps);
  return { flow: intent.flow, intent, why, cost, ...(obstacle === undefined ? {} : { obstacle }) };
};

const isNotOnSwitch = ({ id, level }: Guard): boolean => id === 'PRE-010' && level === 'warn';

/** Objects beside the nodes are no burden to anybody, however many: they count once. */
const weightOnNodes = (step: Step): number => {
  if (step.ref.kind === 'Node') return 20;
  if (step.ref.kind !== 'NodeNetworkConfigurationPolicy') return 0;
  return changesInterfaces(step) ? 100 : 10;
};

const changesInterfaces = ({ write }: Step): boolean =>
  write.type === 'create' && JSON.stringify(write.body.spec).includes('"interfaces"');

const whyOf = (intent: AttachIntent, steps: readonly Step[]): Text => {
  const policy = steps.find(({ ref }) => ref.kind === 'NodeNetworkConfigurationPolicy');
  if (steps.length === 0) {
    return text('Network {{network}} exists already: nothing but the VMs is changed.', {
      network: intent.networkName,
    });
  }
  if (policy === undefined) {
    return text(
      'Nothing changes on the nodes; objects that are written besides the VMs: {{total}}.',
      {
        total: steps.length,
      },
    );
  }
  return changesInterfaces(policy)
    ? text('Makes a bridge on {{nodes}} nodes, one after the other.', {
        nodes: policy.nodes.length,
      })
    : text('Adds a mapping on {{nodes}} nodes; no interface is changed.', {
        nodes: policy.nodes.length,
      });
};

const outOfReach = ({ reach }: Wish, flow: FlowId): Text | undefined => {
  if (flow === 'layer2') return text('An overlay does not reach the physical network.');
  return reach.type === 'overlay'
    ? text('It reaches the physical network; an overlay is what was asked for.')
    : undefined;
};

/** No uplink to try it with: the flow's own reason, else that there is none. */
const impossible = (
  graph: NetworkGraph,
  wish: Wish,
  nodes: readonly NodeView[],
  flow: FlowId,
): FlowProposal => {
  const intent = intentFor(graph, wish, flow, { type: 'none' }, undefined);
  const obstacle =
    FLOWS[flow].obstacle({ graph, intent, nodes }) ?? outOfReach(wish, flow) ?? noUplink(flow);
  return { flow, intent, why: obstacle, obstacle, cost: 2 * IMPOSSIBLE + ORDER.indexOf(flow) };
};
