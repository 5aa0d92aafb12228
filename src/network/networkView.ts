/**
 * OVN networks: all NADs that share one config `name` are one network, whatever namespace they
 * are in, and a CUDN or UDN may define it. Where the NADs disagree, the one that OVN-Kubernetes
 * accepted first speaks for the network, as it does in OVN-Kubernetes (networkmanager
 * nad_controller.go). Rules: domain reference A.4.3, A.6, A.9, B.1, B.3.
 */
import type { OvnPlugin } from '../cluster/cniConfig';
import { metaKey } from '../cluster/meta';
import type { NadRecord } from '../cluster/nadRecord';
import { CUDN_NETWORK_PREFIX } from '../cluster/networkNameOf';
import type { CudnRecord, UdnNetwork, UdnRecord } from '../cluster/udnRecord';
import type { NetworkView } from './networkGraph';

const MIN_VLAN = 1;
const MAX_VLAN = 4094;
/** A localnet CUDN defaults to the overlay MTU plus the Geneve overhead (template localnetMTU). */
const CUDN_LOCALNET_EXTRA = 100;

/** Definition of a network, besides its NADs. */
export interface NetworkSources {
  readonly name: string;
  /** Sorted by key. */
  readonly nads: readonly NadRecord[];
  readonly cudn?: CudnRecord;
  readonly udn?: UdnRecord;
  /** Overlay MTU of the cluster in bytes, where known. */
  readonly clusterMtu?: number;
}

/** The OVN plugin of a NAD's config; undefined for other plugins and unreadable configs. */
export const ovnPluginOf = (nad: NadRecord): OvnPlugin | undefined => {
  const config = nad.config;
  if (config.form !== 'conf' && config.form !== 'conflist') return undefined;
  return config.plugin.family === 'ovn' ? config.plugin : undefined;
};

/**
 * The OVN network a NAD belongs to. Undefined for other plugins, for a config without a name,
 * and without topology, which to OVN-Kubernetes is the cluster's default network.
 */
export const ovnNetworkNameOf = (nad: NadRecord): string | undefined => {
  const plugin = ovnPluginOf(nad);
  if (plugin === undefined || plugin.topology === '') return undefined;
  const config = nad.config;
  return 'name' in config && config.name !== '' ? config.name : undefined;
};

const validVlan = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isInteger(value) && value >= MIN_VLAN && value <= MAX_VLAN
    ? value
    : undefined;

interface Facts {
  readonly topology: string;
  readonly rawPhysicalName: string;
  readonly vlan?: number;
  readonly statedMtu?: number;
  readonly defaultMtu?: number;
  readonly subnets: readonly string[];
  readonly primary: boolean;
}

const factsOfDefinition = (network: UdnNetwork, clusterMtu: number | undefined): Facts => {
  const topology = network.topology.toLowerCase();
  const extra = topology === 'localnet' ? CUDN_LOCALNET_EXTRA : 0;
  return {
    topology,
    rawPhysicalName: network.physicalNetworkName,
    vlan: validVlan(network.vlanId),
    statedMtu: network.mtu,
    defaultMtu: clusterMtu === undefined ? undefined : clusterMtu + extra,
    subnets: network.subnets,
    primary: network.role === 'Primary',
  };
};

const usable = (number: OvnPlugin['mtu']): number | undefined =>
  number === undefined || number.malformed || number.value <= 0 ? undefined : number.value;

const factsOfNad = (plugin: OvnPlugin, clusterMtu: number | undefined): Facts => ({
  topology: plugin.topology,
  rawPhysicalName: plugin.physicalNetworkName,
  vlan: plugin.vlanID?.malformed === false ? validVlan(plugin.vlanID.value) : undefined,
  statedMtu: usable(plugin.mtu),
  defaultMtu: clusterMtu,
  subnets: plugin.subnets,
  primary: plugin.role === 'primary',
});

const acceptance = (nad: NadRecord): number => (nad.ovnNetworkId === undefined ? 1 : 0);

/** Accepted ones first, then by age, then by key: the order in which one of them can win. */
const leadingNad = (nads: readonly NadRecord[]): NadRecord | undefined => {
  let leader: NadRecord | undefined;
  for (const nad of nads) {
    if (leader === undefined) {
      leader = nad;
      continue;
    }
    const byAcceptance = acceptance(nad) - acceptance(leader);
    const byAge = (nad.meta.createdAt ?? Infinity) - (leader.meta.createdAt ?? Infinity);
    if (byAcceptance < 0 || (byAcceptance === 0 && byAge < 0)) leader = nad;
  }
  return leader;
};

const NO_FACTS: Facts = { topology: '', rawPhysicalName: '', subnets: [], primary: false };

const factsOf = ({ nads, cudn, udn, clusterMtu }: NetworkSources): Facts => {
  const definition = cudn ?? udn;
  if (definition !== undefined) return factsOfDefinition(definition.network, clusterMtu);
  const leader = leadingNad(nads);
  const plugin = leader && ovnPluginOf(leader);
  return plugin === undefined ? NO_FACTS : factsOfNad(plugin, clusterMtu);
};

/** The view of one OVN network; MTU in bytes, VLAN 1–4094 or undefined for untagged. */
export const networkViewOf = (sources: NetworkSources): NetworkView => {
  const facts = factsOf(sources);
  return {
    name: sources.name,
    id: `network/${sources.name}`,
    nads: sources.nads,
    cudn: sources.cudn,
    udn: sources.udn,
    topology: facts.topology,
    physicalName: facts.topology === 'localnet' ? facts.rawPhysicalName || sources.name : '',
    vlan: facts.vlan,
    mtu: facts.statedMtu ?? facts.defaultMtu,
    mtuStated: facts.statedMtu !== undefined,
    subnets: facts.subnets,
    primary: facts.primary,
  };
};

/** Name of the CUDN behind a network, also where the CUDN itself may not be read. */
export const cudnNameOf = ({ cudn, name }: NetworkView): string | undefined => {
  if (cudn !== undefined) return cudn.meta.name;
  return name.startsWith(CUDN_NETWORK_PREFIX) ? name.slice(CUDN_NETWORK_PREFIX.length) : undefined;
};

/** Id of the CUDN or UDN that a generated NAD belongs to, by owner reference. */
export const definitionIdOf = (nad: NadRecord): string | undefined => {
  for (const owner of nad.meta.owners) {
    if (owner.kind === 'ClusterUserDefinedNetwork') return `cudn/${owner.name}`;
    if (owner.kind === 'UserDefinedNetwork') return `udn/${nad.meta.namespace}/${owner.name}`;
  }
  return undefined;
};

/** Sorts by `namespace/name`, so that nothing depends on the order objects arrive in. */
export const byKey = (a: NadRecord, b: NadRecord): number =>
  metaKey(a.meta) < metaKey(b.meta) ? -1 : 1;
