/**
 * A network of which another one can be made in its place, as the form needs it to propose that: one that a
 * CUDN or UDN defines, which cannot be changed (domain reference A.5, A.6), or one of NADs alone, whose VMs
 * would keep what they started with if it were (PRE-005). Primary networks and Layer3 are left out: VMs do
 * not move between them.
 */
import { jsonEqual } from '../../cluster/jsonEqual';
import { metaKey } from '../../cluster/meta';
import { parseJson } from '../../cluster/json';
import type { NadRecord } from '../../cluster/nadRecord';
import type { CudnRecord, UdnRecord } from '../../cluster/udnRecord';
import type { NetworkGraph, NetworkView, VnicView } from '../../network/networkGraph';
import { isVlanId } from '../names';
import type { ObjectRef } from '../model';
import { removalTarget } from '../removalTarget';
import type { CloneValues } from './clonedBody';

export type CloneOrigin =
  | {
      readonly type: 'definition';
      readonly definition: CudnRecord | UdnRecord;
      readonly ref: ObjectRef;
    }
  /** NADs of one network, sorted by key. */
  | { readonly type: 'nads'; readonly records: readonly NadRecord[] };

/** What carries the network: an OVN localnet, an overlay, or a Linux bridge. */
export type CloneMedium = 'localnet' | 'layer2' | 'bridge';

export interface CloneSource {
  /** Entity id of the network, or of the NAD that the clone begins at. */
  readonly id: string;
  /** What VMs call it. */
  readonly name: string;
  readonly medium: CloneMedium;
  readonly origin: CloneOrigin;
  readonly present: CloneValues;
  /** The OVN network in the graph; '' for NADs of a Linux bridge. */
  readonly network: string;
  /** NADs that it offers, `ns/name`, sorted. */
  readonly nads: readonly string[];
  /** Projects of those. */
  readonly projects: readonly string[];
  /** VM NICs whose template names one of the NADs, sorted by key. */
  readonly users: readonly VnicView[];
}

/** @param id of a network or a NAD in the graph; undefined for what is not cloned */
export const cloneSource = (graph: NetworkGraph, id: string): CloneSource | undefined => {
  const target = removalTarget(id);
  if (target?.type === 'network') {
    const network = graph.networks.get(target.name);
    return network && ofNetwork(graph, network, id);
  }
  if (target?.type !== 'nad') return undefined;
  const nad = graph.snapshot.nads.items.get(target.key);
  const network = graph.networkOfNad(target.key);
  if (nad === undefined) return undefined;
  return network === undefined ? ofBridgeNad(graph, nad, id) : ofNetwork(graph, network, id);
};

const ofNetwork = (
  graph: NetworkGraph,
  network: NetworkView,
  id: string,
): CloneSource | undefined => {
  const { topology, primary, name } = network;
  const definition = network.cudn ?? network.udn;
  if (primary || (topology !== 'localnet' && topology !== 'layer2')) return undefined;
  const nads = network.nads.map(({ meta }) => metaKey(meta)).sort();
  const localnet = topology === 'localnet' ? { localnet: network.physicalName } : {};
  if (definition !== undefined) {
    const { vlanId: vlan, mtu, subnets } = definition.network;
    const present = { vlan, mtu, ...localnet, ...subnetsOf(subnets) };
    return {
      ...withUsers(graph, nads),
      ...{ id: network.id, network: name, medium: topology, present },
      name: definition.meta.name,
      origin: { type: 'definition', definition, ref: refOf(definition) },
    };
  }
  // Made from a definition that this user may not read.
  const isGenerated = network.nads.some(({ generated }) => generated);
  const [first] = network.nads;
  if (isGenerated || first === undefined) return undefined;
  const { vlan, mtu, mtuStated, subnets } = network;
  return {
    ...withUsers(graph, nads),
    ...{ id, network: name, medium: topology },
    present: {
      vlan,
      mtu: mtuStated ? mtu : undefined,
      ...localnet,
      ...subnetsOf(subnets),
    },
    name: graph.snapshot.nads.items.get(id.slice('nad/'.length))?.meta.name ?? first.meta.name,
    origin: { type: 'nads', records: [...network.nads] },
  };
};

const refOf = ({ kind, meta }: CudnRecord | UdnRecord): ObjectRef => ({
  apiVersion: 'k8s.ovn.org/v1',
  kind: kind === 'cudn' ? 'ClusterUserDefinedNetwork' : 'UserDefinedNetwork',
  namespace: kind === 'cudn' ? '' : meta.namespace,
  name: meta.name,
});

const subnetsOf = (subnets: readonly string[]): CloneValues =>
  subnets.length === 0 ? {} : { subnets };

/** The same NAD in several projects is one network to people, though each stands for itself. */
const ofBridgeNad = (graph: NetworkGraph, nad: NadRecord, id: string): CloneSource | undefined => {
  const { config } = nad;
  if (!('plugin' in config) || config.plugin.family !== 'bridge') return undefined;
  const { bridge, vlan, vlanTrunk, mtu } = config.plugin;
  const written = parseJson(nad.rawConfig);
  const records = [...graph.snapshot.nads.items.values()].filter(
    ({ meta, rawConfig }) =>
      meta.name === nad.meta.name && jsonEqual(parseJson(rawConfig), written),
  );
  const keys = records.map(({ meta }) => metaKey(meta)).sort();
  return {
    ...withUsers(graph, keys),
    ...{ id, network: '', medium: 'bridge', name: nad.meta.name },
    present: {
      bridge,
      vlan: vlan !== undefined && isVlanId(vlan.value) ? vlan.value : undefined,
      mtu: mtu?.malformed === false ? mtu.value : undefined,
      guestVlans: vlanTrunk.length === 0 ? undefined : vlanTrunk,
    },
    origin: {
      type: 'nads',
      records: records.sort((a, b) => (metaKey(a.meta) < metaKey(b.meta) ? -1 : 1)),
    },
  };
};

/** A NIC that only its running instance still has on a NAD has been moved away already. */
const withUsers = (graph: NetworkGraph, nads: readonly string[]) => ({
  nads,
  projects: [...new Set(nads.map((key) => key.slice(0, key.indexOf('/'))))],
  users: nads
    .flatMap((key) => graph.vnicsOfNad(key).filter(({ nadKey }) => nadKey === key))
    .sort((a, b) => (a.key < b.key ? -1 : 1)),
});
