/**
 * NAD-013: the network's MTU against the uplinks of the bridges that carry it. Too large loses
 * big packets; not stated means the overlay's MTU, which is rarely meant for a localnet.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NetworkView } from '../../network/networkGraph';
import { groupCarriers } from '../facts/groupCarriers';
import { memoBy } from '../../network/memoBy';
import { nameList } from '../facts/nameList';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, Severity } from '../model';
import { asOvn, nadId, nadLabel } from '../nadFacts';
import type { Carrier } from '../wiredNads';
import { carrierId, carriersOfLocalnet } from '../wiredNads';
import { changesAttachments, changesWires } from '../facts/changesWires';

const id = 'NAD-013';

/** Ethernet header and checksum, which an LLDP frame size counts and an MTU does not. */
const FRAME_OVERHEAD = 18;

const isMigrating = (graph: NetworkGraph): boolean =>
  [...graph.snapshot.clusterNetworks.items.values()].some((network) => network.mtuMigrating);

/** Largest frame the switch takes on all links of the bridge; undefined when it says nothing. */
const maxFrameOf = ({ node, bridge }: Carrier): number | undefined => {
  let least: number | undefined;
  for (const leaf of bridge.leaves) {
    for (const { maxFrame } of node.neighbors.get(leaf) ?? []) {
      if (maxFrame !== undefined && (least === undefined || maxFrame < least)) least = maxFrame;
    }
  }
  return least;
};

/** The carriers by what limits a packet there: MTU of the uplink, frame size of the switch. */
const limitsOf = memoBy((carriers: readonly Carrier[]) => ({
  byMtu: groupCarriers(carriers, ({ bridge }) => bridge.uplinkMtu),
  byFrame: groupCarriers(carriers, maxFrameOf),
}));

type Limit = 'byMtu' | 'byFrame';

/** Carriers whose limit is known and as asked. */
const carriersWith = (
  carriers: readonly Carrier[],
  limit: Limit,
  test: (value: number) => boolean,
): readonly Carrier[] => {
  const found: Carrier[] = [];
  for (const [value, group] of limitsOf(carriers)[limit]) {
    if (value !== undefined && test(value)) found.push(...group);
  }
  return found;
};

interface Fit {
  readonly severity: Severity;
  readonly message: Text;
  readonly at: readonly Carrier[];
}

const nodesOf = (carriers: readonly Carrier[]): string =>
  nameList(carriers.map(({ node }) => node.name));

const tooLarge = (
  network: NetworkView,
  mtu: number,
  carriers: readonly Carrier[],
): Fit | undefined => {
  const at = carriersWith(carriers, 'byMtu', (uplinkMtu) => uplinkMtu < mtu);
  const uplink = Math.min(...at.map(({ bridge }) => bridge.uplinkMtu ?? mtu));
  if (at.length === 0) return undefined;
  return {
    severity: 'error',
    message: text('Network {{name}} has MTU {{mtu}}, but the uplink on {{nodes}} has {{uplink}}.', {
      name: network.name,
      mtu,
      nodes: nodesOf(at),
      uplink,
    }),
    at,
  };
};

const switchTooSmall = (
  network: NetworkView,
  mtu: number,
  carriers: readonly Carrier[],
): Fit | undefined => {
  const at = carriersWith(carriers, 'byFrame', (frame) => mtu + FRAME_OVERHEAD > frame);
  if (at.length === 0) return undefined;
  return {
    severity: 'warning',
    message: text(
      'Network {{name}} has MTU {{mtu}}, but the switch port of {{nodes}} takes frames of {{frame}} bytes at most.',
      {
        name: network.name,
        mtu,
        nodes: nodesOf(at),
        frame: Math.min(...at.map((carrier) => maxFrameOf(carrier) ?? mtu)),
      },
    ),
    at,
  };
};

const notStated = (network: NetworkView, carriers: readonly Carrier[]): Fit | undefined => {
  if (network.cudn !== undefined) return undefined;
  const silent = network.nads.find((nad) => {
    const plugin = asOvn(nad)?.plugin;
    return plugin !== undefined && plugin.mtu === undefined;
  });
  if (network.mtuStated && silent === undefined) return undefined;
  const { mtu } = network;
  if (network.mtuStated && silent !== undefined) {
    const message = text('{{nad}} states no MTU, unlike another NAD of network {{name}}.', {
      nad: nadLabel(silent),
      name: network.name,
    });
    return { severity: 'warning', message, at: carriers };
  }
  return {
    severity: 'warning',
    message:
      mtu === undefined
        ? text('Network {{name}} states no MTU: its guests get that of the overlay.', {
            name: network.name,
          })
        : text('Network {{name}} states no MTU: its guests get {{mtu}}, that of the overlay.', {
            name: network.name,
            mtu,
          }),
    at: carriers,
  };
};

const tooSmall = (
  network: NetworkView,
  mtu: number,
  carriers: readonly Carrier[],
): Fit | undefined => {
  const at = carriersWith(carriers, 'byMtu', (uplinkMtu) => uplinkMtu > mtu);
  if (at.length === 0) return undefined;
  return {
    severity: 'info',
    message: text('Network {{name}} has MTU {{mtu}}, less than the uplink on {{nodes}}.', {
      name: network.name,
      mtu,
      nodes: nodesOf(at),
    }),
    at,
  };
};

const fitOf = (network: NetworkView, carriers: readonly Carrier[]): Fit | undefined => {
  const { mtu } = network;
  if (mtu === undefined) return notStated(network, carriers);
  return (
    tooLarge(network, mtu, carriers) ??
    switchTooSmall(network, mtu, carriers) ??
    notStated(network, carriers) ??
    tooSmall(network, mtu, carriers)
  );
};

const doubt = (network: NetworkView, carriers: readonly Carrier[]): readonly Judgement[] => {
  const silent = limitsOf(carriers).byMtu.get(undefined) ?? [];
  if (silent.length === 0) return [];
  return [
    unclear(
      network.id,
      text('The MTU of the uplinks on {{nodes}} is not known', { nodes: nodesOf(silent) }),
    ),
  ];
};

/** OVN-Kubernetes takes no chain of plugins (NAD-002): there is no network that could have an MTU. */
const isRefused = ({ cudn, nads }: NetworkView): boolean =>
  cudn === undefined && nads.length > 0 && nads.every((nad) => asOvn(nad) === undefined);

export const NAD_013: Rule = {
  id,
  title: text('MTU does not fit the path'),
  severity: 'error',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['cudns', 'clusterNetworks', 'nodes', 'vms', 'vmis'],
  heeds: { vms: changesAttachments, vmis: changesAttachments, nodeStates: changesWires },
  source: 'ovn-kubernetes pkg/config/cni.go; openshift-docs virt-localnet-cudn-considerations',
  check: ({ graph }) =>
    judge(id, graph.networks.values(), (network) => {
      if (network.topology !== 'localnet' || isRefused(network)) return undefined;
      if (isMigrating(graph)) return unclear(network.id, text('An MTU migration is running'));
      const carriers = carriersOfLocalnet(graph, network.physicalName);
      const fit = fitOf(network, carriers);
      if (fit === undefined) return doubt(network, carriers);
      return fault({
        severity: fit.severity,
        subject: network.id,
        related: [
          ...network.nads.map(nadId),
          ...(network.cudn === undefined ? [] : [entityId('cudn', network.cudn.meta.name)]),
          ...fit.at.map(carrierId),
          ...graph.vnicsOfNetwork(network.name).map((vnic) => vnic.id),
        ],
        message: fit.message,
        symptom: text('Ping works while large transfers hang; SSH stalls after the login.'),
        fix: text(
          'Make the MTU that of uplink and switch. An accepted network needs a new name for that, and its VMs a restart.',
        ),
      });
    }),
};
