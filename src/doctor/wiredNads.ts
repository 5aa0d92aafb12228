/**
 * NADs that lead to a wire, OVN localnet and bridge CNI alike, each with its VLAN and the bridges
 * that carry it. The checks of MTU, VLAN and filtering look at these. NADs of one CUDN are one
 * entry: they are alike by construction and have one subject.
 */
import type { CniNumber } from '../cluster/cniConfig';
import type { NadRecord } from '../cluster/nadRecord';
import { physicalNameOf } from '../cluster/networkNameOf';
import { entityId } from '../network/model';
import type { BridgeView, NetworkGraph, NodeView } from '../network/networkGraph';
import { perGraph } from './facts/perGraph';
import { asBridge, asOvn, nadLabel, nadRelated, nadSubject } from './nadFacts';

/** A bridge on a node that carries the network. */
export interface Carrier {
  readonly node: NodeView;
  readonly bridge: BridgeView;
}

export interface WiredNad {
  readonly nad: NadRecord;
  readonly family: 'localnet' | 'bridge';
  readonly subject: string;
  readonly label: string;
  /** Access VLAN 1–4094; undefined = untagged or malformed. */
  readonly vlan?: number;
  /** VLAN ranges that a bridge NAD trunks to the guest. */
  readonly trunk: readonly { readonly min: number; readonly max: number }[];
  /** OVN network name of a localnet NAD; '' for a bridge NAD. */
  readonly network: string;
  readonly carriers: readonly Carrier[];
  /** All NADs of the subject. */
  readonly nads: readonly NadRecord[];
}

/** The NADs of the entry and the VM NICs on them. */
export const wiredRelated = (graph: NetworkGraph, { nads }: WiredNad): readonly string[] =>
  nads.flatMap((nad) => nadRelated(graph, nad));

export const carrierId = ({ node, bridge }: Carrier): string =>
  entityId('bridge', node.name, bridge.name);

const MAX_VLAN = 4094;

const accessVlan = (number: CniNumber | undefined): number | undefined =>
  number !== undefined && !number.malformed && number.value > 0 && number.value <= MAX_VLAN
    ? number.value
    : undefined;

const carriersByLocalnet = perGraph((graph): ReadonlyMap<string, readonly Carrier[]> => {
  const index = new Map<string, Carrier[]>();
  for (const node of graph.nodes.values()) {
    for (const [localnet, name] of node.mappings ?? []) {
      const bridge = node.bridges.get(name);
      if (bridge?.ovs !== true) continue;
      const carriers = index.get(localnet);
      if (carriers === undefined) index.set(localnet, [{ node, bridge }]);
      else carriers.push({ node, bridge });
    }
  }
  return index;
});

const carriersByBridge = perGraph((graph): ReadonlyMap<string, readonly Carrier[]> => {
  const index = new Map<string, Carrier[]>();
  for (const node of graph.nodes.values()) {
    for (const bridge of node.bridges.values()) {
      if (bridge.ovs) continue;
      const carriers = index.get(bridge.name);
      if (carriers === undefined) index.set(bridge.name, [{ node, bridge }]);
      else carriers.push({ node, bridge });
    }
  }
  return index;
});

/** OVS bridges that nodes map the physical name to. */
export const carriersOfLocalnet = (graph: NetworkGraph, name: string): readonly Carrier[] =>
  carriersByLocalnet(graph).get(name) ?? [];

/** Linux bridges of the name. */
export const carriersOfBridge = (graph: NetworkGraph, name: string): readonly Carrier[] =>
  carriersByBridge(graph).get(name) ?? [];

const wiringOf = (
  graph: NetworkGraph,
  nad: NadRecord,
): Pick<WiredNad, 'family' | 'vlan' | 'trunk' | 'network' | 'carriers'> | undefined => {
  const ovn = asOvn(nad);
  if (ovn?.plugin.topology === 'localnet') {
    const { name } = ovn.config;
    const physicalName = physicalNameOf(name, ovn.plugin.physicalNetworkName);
    return {
      family: 'localnet',
      vlan: accessVlan(ovn.plugin.vlanID),
      trunk: [],
      network: name,
      carriers: carriersOfLocalnet(graph, physicalName),
    };
  }
  const plugin = asBridge(nad)?.plugin;
  if (plugin === undefined) return undefined;
  return {
    family: 'bridge',
    vlan: accessVlan(plugin.vlan),
    trunk: plugin.vlanTrunk,
    network: '',
    carriers: carriersOfBridge(graph, plugin.bridge),
  };
};

/** NAD key -> its entry; all NADs of a CUDN give the CUDN's entry. */
export const wiredByNad = perGraph((graph): ReadonlyMap<string, WiredNad> => {
  const bySubject = new Map(wiredNads(graph).map((wired) => [wired.subject, wired]));
  const byNad = new Map<string, WiredNad>();
  for (const [key, nad] of graph.snapshot.nads.items) {
    const wired = bySubject.get(nadSubject(nad));
    if (wired !== undefined) byNad.set(key, wired);
  }
  return byNad;
});

/** One entry per subject; computed once per graph. */
export const wiredNads = perGraph((graph): readonly WiredNad[] => {
  const bySubject = new Map<string, WiredNad>();
  const nadsOf = new Map<string, NadRecord[]>();
  for (const nad of graph.snapshot.nads.items.values()) {
    const subject = nadSubject(nad);
    const known = nadsOf.get(subject);
    if (known !== undefined) {
      known.push(nad);
      continue;
    }
    const wiring = wiringOf(graph, nad);
    if (wiring === undefined) continue;
    const nads = [nad];
    nadsOf.set(subject, nads);
    bySubject.set(subject, { ...wiring, nad, subject, label: nadLabel(nad), nads });
  }
  return [...bySubject.values()];
});
