/**
 * Which VM NICs share one L2: same physical network and VLAN, or same bridge and VLAN. Localnets
 * that some node maps to one bridge are one wire under several names; a layer2 network is a wire
 * of its own (domain reference B.1, VM-004).
 */
import { physicalNameOf } from '../../cluster/networkNameOf';
import type { NadRecord } from '../../cluster/nadRecord';
import { vlanProblem } from '../../network/nadState';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { asBridge, asOvn } from '../nadFacts';
import { changesMappings } from './changesReach';
import { NODE_KINDS, perGraph } from './perGraph';

/** Localnet -> the name that stands for its wire: the first in order of those on one bridge. */
const wires = perGraph(
  (graph): ReadonlyMap<string, string> => {
    const parent = new Map<string, string>();
    const rootOf = (name: string): string => {
      let root = name;
      for (
        let next = parent.get(root);
        next !== undefined && next !== root;
        next = parent.get(root)
      ) {
        root = next;
      }
      return root;
    };
    for (const node of graph.nodes.values()) {
      const firstOnBridge = new Map<string, string>();
      for (const [localnet, bridge] of node.mappings ?? []) {
        const first = firstOnBridge.get(bridge);
        if (first === undefined) {
          firstOnBridge.set(bridge, localnet);
          continue;
        }
        const [low, high] = [rootOf(first), rootOf(localnet)].sort();
        if (low !== undefined && high !== undefined) parent.set(high, low);
      }
    }
    return new Map([...parent.keys()].map((name) => [name, rootOf(name)]));
  },
  { of: NODE_KINDS, unless: (change) => !changesMappings(change) },
);

/** The wire a localnet is on. */
export const wireOf = (graph: NetworkGraph, localnet: string): string =>
  wires(graph).get(localnet) ?? localnet;

const segmentOf = (graph: NetworkGraph, nad: NadRecord): string | undefined => {
  const ovn = asOvn(nad);
  if (ovn !== undefined) {
    const { config, plugin } = ovn;
    if (plugin.topology === 'layer2') return `layer2 ${config.name}`;
    if (plugin.topology !== 'localnet') return undefined;
    if (vlanProblem('vlanID', plugin.vlanID) !== undefined) return undefined;
    const wire = wireOf(graph, physicalNameOf(config.name, plugin.physicalNetworkName));
    return `localnet ${wire} ${plugin.vlanID?.value ?? 0}`;
  }
  const plugin = asBridge(nad)?.plugin;
  // A trunk to the guest carries many VLANs; which ones the guest uses is not known.
  if (plugin === undefined || plugin.vlanTrunk.length > 0) return undefined;
  if (vlanProblem('vlan', plugin.vlan) !== undefined) return undefined;
  return `bridge ${plugin.bridge} ${plugin.vlan?.value ?? 0}`;
};

/** NAD key -> L2 segment; NADs that end on no known segment are left out. */
export const segments = perGraph(
  (graph): ReadonlyMap<string, string> => {
    const byNad = new Map<string, string>();
    for (const [key, nad] of graph.snapshot.nads.items) {
      const segment = segmentOf(graph, nad);
      if (segment !== undefined) byNad.set(key, segment);
    }
    return byNad;
  },
  {
    of: ['nads', ...NODE_KINDS],
    unless: (change) => !change.kinds.has('nads') && !changesMappings(change),
  },
);

/** The L2 segment a VM NIC is on; undefined for the pod network and where it is not known. */
export const segmentOfVnic = (graph: NetworkGraph, vnic: VnicView): string | undefined =>
  vnic.nadKey === undefined ? undefined : segments(graph).get(vnic.nadKey);
