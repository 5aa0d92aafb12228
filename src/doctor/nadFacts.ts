/**
 * What the rules ask of a NAD: which plugin it configures, what a finding about it is filed
 * under, and what it is called in a sentence. A NAD made from a CUDN or UDN is mended by changing
 * the CUDN or UDN, so that is its subject.
 */
import type { BridgePlugin, CniConfig, OvnPlugin } from '../cluster/cniConfig';
import type { NadRecord } from '../cluster/nadRecord';
import { metaKey } from '../cluster/meta';
import { OVN_PLUGIN_TYPE } from '../cluster/readCniConfig';
import { entityId } from '../network/model';
import type { NetworkGraph, VnicView } from '../network/networkGraph';

/** Network names OVN-Kubernetes keeps for itself (ovnk pkg/config/cni.go). */
const RESERVED_NAMES = new Set(['default', 'ovn-kubernetes']);

export const isReservedName = (name: string): boolean => RESERVED_NAMES.has(name);

/** A config that names a plugin: a single configuration or a list. */
export type TypedConfig = Extract<CniConfig, { form: 'conf' | 'conflist' }>;

/** A NAD whose plugin is known, with its config name and plugin at hand. */
export interface PluginNad<P> {
  readonly nad: NadRecord;
  readonly config: TypedConfig;
  readonly plugin: P;
}

export const typedConfig = (nad: NadRecord): TypedConfig | undefined =>
  nad.config.form === 'conf' || nad.config.form === 'conflist' ? nad.config : undefined;

/** The OVN plugin of a NAD, unless it stands in a chain, which OVN-Kubernetes refuses as a whole. */
export const asOvn = (nad: NadRecord): PluginNad<OvnPlugin> | undefined => {
  const config = typedConfig(nad);
  if (config === undefined || config.pluginTypes.length > 1) return undefined;
  return config.plugin.family === 'ovn' ? { nad, config, plugin: config.plugin } : undefined;
};

export const asBridge = (nad: NadRecord): PluginNad<BridgePlugin> | undefined => {
  const config = typedConfig(nad);
  if (config === undefined || config.plugin.family !== 'bridge') return undefined;
  return { nad, config, plugin: config.plugin };
};

/** The NAD that OVN-Kubernetes keeps for the cluster's default network: no secondary network. */
export const isDefaultNetworkNad = ({ config, plugin }: PluginNad<OvnPlugin>): boolean =>
  plugin.topology === '' && isReservedName(config.name);

const collect = <P>(
  graph: NetworkGraph,
  read: (nad: NadRecord) => PluginNad<P> | undefined,
): PluginNad<P>[] => {
  const found: PluginNad<P>[] = [];
  for (const nad of graph.snapshot.nads.items.values()) {
    const entry = read(nad);
    if (entry !== undefined) found.push(entry);
  }
  return found;
};

/** All user-made OVN NADs, of whatever topology. */
export const ovnNads = (graph: NetworkGraph): PluginNad<OvnPlugin>[] =>
  collect(graph, asOvn).filter((entry) => !isDefaultNetworkNad(entry));

/** NADs that OVN-Kubernetes looks at, also those it refuses for being a chain. */
export const nadsForOvn = (graph: NetworkGraph): NadRecord[] =>
  [...graph.snapshot.nads.items.values()].filter((nad) => {
    const ovn = asOvn(nad);
    if (ovn !== undefined) return !isDefaultNetworkNad(ovn);
    return typedConfig(nad)?.pluginTypes.includes(OVN_PLUGIN_TYPE) === true;
  });

export const bridgeNads = (graph: NetworkGraph): PluginNad<BridgePlugin>[] =>
  collect(graph, asBridge);

export const nadKey = (nad: NadRecord): string => metaKey(nad.meta);

export const nadId = (nad: NadRecord): string => entityId('nad', nad.meta.namespace, nad.meta.name);

const ownerOfKind = (nad: NadRecord, kind: string): string | undefined =>
  nad.meta.owners.find((owner) => owner.kind === kind)?.name;

/** Name of the ClusterUserDefinedNetwork that owns the NAD. */
export const owningCudn = (nad: NadRecord): string | undefined =>
  ownerOfKind(nad, 'ClusterUserDefinedNetwork');

/** Name of the UserDefinedNetwork (in the NAD's namespace) that owns the NAD. */
export const owningUdn = (nad: NadRecord): string | undefined =>
  ownerOfKind(nad, 'UserDefinedNetwork');

/** The entity to change: the CUDN or UDN the NAD is made from, else the NAD. */
export const nadSubject = (nad: NadRecord): string => {
  const cudn = owningCudn(nad);
  if (cudn !== undefined) return entityId('cudn', cudn);
  const udn = owningUdn(nad);
  if (udn !== undefined) return entityId('udn', nad.meta.namespace, udn);
  return nadId(nad);
};

/** What a sentence calls the subject. */
export const nadLabel = (nad: NadRecord): string => {
  const cudn = owningCudn(nad);
  if (cudn !== undefined) return `ClusterUserDefinedNetwork ${cudn}`;
  const udn = owningUdn(nad);
  if (udn !== undefined) return `UserDefinedNetwork ${nad.meta.namespace}/${udn}`;
  return `NAD ${nadKey(nad)}`;
};

/** The NAD and the VM NICs on it: what nearly every finding on a NAD concerns. */
export const nadRelated = (graph: NetworkGraph, nad: NadRecord): string[] => [
  nadId(nad),
  ...graph.vnicsOfNad(nadKey(nad)).map((vnic: VnicView) => vnic.id),
];

/** True when a VM template or a running VM uses the NAD. */
export const isUsedByVm = (graph: NetworkGraph, nad: NadRecord): boolean =>
  graph.vnicsOfNad(nadKey(nad)).length > 0;
