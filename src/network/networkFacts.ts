/**
 * Indexes over NADs, CUDNs and UDNs. They are few compared with VMs and nodes, so they are made
 * anew when one of them changes; views whose parts are the same objects are taken over, so that
 * what hangs on them can see that nothing changed. Source: domain reference A.4–A.6, A.9, B.1, B.3.
 */
import { metaKey } from '../cluster/meta';
import type { NadRecord } from '../cluster/nadRecord';
import { cudnNetworkName, udnNetworkName } from '../cluster/networkNameOf';
import { ovnName } from '../cluster/ovnNames';
import { resolveNad } from '../cluster/resolveNad';
import type { Snapshot } from '../cluster/snapshot';
import type { CudnRecord, UdnRecord } from '../cluster/udnRecord';
import { isKnown } from './evidence';
import type { NetworkFacts } from './graphFacts';
import { pushTo } from './multiMap';
import type { NetworkView } from './networkGraph';
import { definitionIdOf, networkViewOf, ovnNetworkNameOf } from './networkView';
import { selectedNamespaces } from './selectedNamespaces';

interface Parts {
  readonly nads: NadRecord[];
  cudn?: CudnRecord;
  udn?: UdnRecord;
}

const clusterMtuOf = (snapshot: Snapshot): number | undefined => {
  for (const network of snapshot.clusterNetworks.items.values()) return network.mtu;
  return undefined;
};

const collectParts = (
  snapshot: Snapshot,
  sortedNads: readonly NadRecord[],
): ReadonlyMap<string, Parts> => {
  const parts = new Map<string, Parts>();
  const at = (name: string): Parts => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const made: Parts = { nads: [] };
    parts.set(name, made);
    return made;
  };
  for (const nad of sortedNads) {
    const name = ovnNetworkNameOf(nad);
    if (name !== undefined) at(name).nads.push(nad);
  }
  for (const cudn of snapshot.cudns.items.values()) at(cudnNetworkName(cudn)).cudn = cudn;
  for (const udn of snapshot.udns.items.values()) at(udnNetworkName(udn)).udn = udn;
  return parts;
};

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const isMadeOf = (view: NetworkView, parts: Parts): boolean =>
  view.cudn === parts.cudn && view.udn === parts.udn && sameList(view.nads, parts.nads);

const makeNetworks = (
  snapshot: Snapshot,
  sortedNads: readonly NadRecord[],
  previous: ReadonlyMap<string, NetworkView> | undefined,
): ReadonlyMap<string, NetworkView> => {
  const clusterMtu = clusterMtuOf(snapshot);
  const parts = collectParts(snapshot, sortedNads);
  const networks = new Map<string, NetworkView>();
  for (const name of [...parts.keys()].sort()) {
    const of = parts.get(name);
    if (of === undefined) continue;
    const before = previous?.get(name);
    const view =
      before !== undefined && isMadeOf(before, of)
        ? before
        : networkViewOf({ name, nads: of.nads, cudn: of.cudn, udn: of.udn, clusterMtu });
    networks.set(name, view);
  }
  return networks;
};

/** The CUDN or UDN behind a NAD: its owner, else the definition of its network of its name. */
const definitionOf = (
  nad: NadRecord,
  networks: ReadonlyMap<string, NetworkView>,
): string | undefined => {
  const owner = definitionIdOf(nad);
  if (owner !== undefined) return owner;
  const network = networks.get(ovnNetworkNameOf(nad) ?? '');
  if (network?.cudn?.meta.name === nad.meta.name) return `cudn/${nad.meta.name}`;
  const udn = network?.udn?.meta;
  return udn !== undefined && metaKey(udn) === metaKey(nad.meta)
    ? `udn/${metaKey(udn)}`
    : undefined;
};

const expectedNads = (
  snapshot: Snapshot,
  selected: ReadonlyMap<string, readonly string[]> | undefined,
): ReadonlyMap<string, string> => {
  const expected = new Map<string, string>();
  const { items } = snapshot.nads;
  for (const [cudn, namespaces] of selected ?? []) {
    for (const namespace of namespaces) {
      const key = `${namespace}/${cudn}`;
      if (!items.has(key)) expected.set(key, `cudn/${cudn}`);
    }
  }
  for (const udn of snapshot.udns.items.values()) {
    const key = metaKey(udn.meta);
    if (!items.has(key)) expected.set(key, `udn/${key}`);
  }
  return expected;
};

const reversed = (map: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> => {
  const back = new Map<string, string[]>();
  for (const [key, value] of map) pushTo(back, value, key);
  return back;
};

/** Namespace -> network that replaces the cluster network for its pods (domain reference A.5). */
const primaries = (
  networks: ReadonlyMap<string, NetworkView>,
  selected: ReadonlyMap<string, readonly string[]> | undefined,
): ReadonlyMap<string, NetworkView> => {
  const byNamespace = new Map<string, NetworkView>();
  for (const network of networks.values()) {
    if (!network.primary) continue;
    const cudn = network.cudn?.meta.name;
    for (const namespace of (cudn !== undefined && selected?.get(cudn)) || []) {
      byNamespace.set(namespace, network);
    }
    if (network.udn !== undefined) byNamespace.set(network.udn.meta.namespace, network);
    for (const nad of network.nads) byNamespace.set(nad.meta.namespace, network);
  }
  return byNamespace;
};

const byNadKey = (a: NadRecord, b: NadRecord): number =>
  metaKey(a.meta) < metaKey(b.meta) ? -1 : 1;

const nadsOfPolicies = (snapshot: Snapshot): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const { meta, policyFor } of snapshot.multiNetworkPolicies.items.values()) {
    for (const name of policyFor) keys.add(resolveNad(meta.namespace, name));
  }
  return keys;
};

const clusterCidrs = (snapshot: Snapshot): Pick<NetworkFacts, 'clusterCidrs' | 'serviceCidrs'> => {
  const pods = new Set<string>();
  const services = new Set<string>();
  for (const network of snapshot.clusterNetworks.items.values()) {
    for (const { cidr } of network.clusterNetworks) pods.add(cidr);
    for (const cidr of network.serviceNetworks) services.add(cidr);
  }
  return { clusterCidrs: [...pods], serviceCidrs: [...services] };
};

/**
 * Makes the indexes. `previous` views are taken over where they are made of the same records;
 * leave it out when the cluster's overlay MTU may have changed.
 */
export const buildNetworkFacts = (
  snapshot: Snapshot,
  previous?: ReadonlyMap<string, NetworkView>,
): NetworkFacts => {
  const sortedNads = [...snapshot.nads.items.values()].sort(byNadKey);
  const networks = makeNetworks(snapshot, sortedNads, previous);
  const byPhysicalName = new Map<string, NetworkView[]>();
  const byOvnName = new Map<string, NetworkView[]>();
  for (const network of networks.values()) {
    pushTo(byOvnName, ovnName(network.name), network);
    if (network.physicalName !== '') pushTo(byPhysicalName, network.physicalName, network);
  }
  const nadsByBridge = new Map<string, NadRecord[]>();
  const nadsByDefinition = new Map<string, NadRecord[]>();
  const definitionByNad = new Map<string, string>();
  for (const nad of sortedNads) {
    const { config } = nad;
    if ('plugin' in config && config.plugin.family === 'bridge') {
      pushTo(nadsByBridge, config.plugin.bridge, nad);
    }
    const definition = definitionOf(nad, networks);
    if (definition === undefined) continue;
    pushTo(nadsByDefinition, definition, nad);
    definitionByNad.set(metaKey(nad.meta), definition);
  }
  const selected = isKnown(snapshot.namespaces)
    ? selectedNamespaces(snapshot.cudns.items.values(), snapshot.namespaces.items)
    : undefined;
  const expected = expectedNads(snapshot, selected);
  return {
    networks,
    byPhysicalName,
    byOvnName,
    nadsByBridge,
    nadsByDefinition,
    definitionByNad,
    expectedNads: expected,
    expectedByDefinition: reversed(expected),
    ...clusterCidrs(snapshot),
    namespacesOfCudn: selected,
    primaryByNamespace: primaries(networks, selected),
    nadsOfPolicies: nadsOfPolicies(snapshot),
  };
};
