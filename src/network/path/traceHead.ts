/**
 * The part of a path that is the same on every node: from the VM NIC over its NAD to the network,
 * and what has to be reached on a node from there. Source: domain reference A.4, A.5, B.1, B.2;
 * rulings 3.
 */
import { text } from '../../cluster/text';
import { OK, unknown } from '../judgement';
import { effectiveNadKey, effectiveNetwork, nadExistence, vnicHop } from '../nadReference';
import { nadState } from '../nadState';
import type { NetworkGraph, VnicView } from '../networkGraph';
import type { Destination } from './nodePath';
import { PathBuilder } from './pathBuilder';
import { pluginVlans } from './pluginVlans';
import type { Stretch } from './pathBuilder';

/** The hops that are the same on every node, and where the path goes on from there. */
export interface TraceHead {
  readonly stretch: Stretch;
  /** Undefined where the path ends before any node. */
  readonly to?: Destination;
  /** Extended resource that keeps the VM off nodes without it. */
  readonly resource?: string;
}

const podHead = (graph: NetworkGraph, vnic: VnicView, path: PathBuilder): TraceHead => {
  const primary = graph.primaryNetworkOf(vnic.namespace);
  if (primary !== undefined) path.hop(primary.id, OK);
  for (const network of graph.snapshot.clusterNetworks.items.values()) {
    const cidr = network.clusterNetworks[0]?.cidr;
    if (primary === undefined && cidr !== undefined) path.hop(`clusterNetwork/${cidr}`, OK);
  }
  return { stretch: path.finish(), to: { kind: 'overlay' } };
};

const pluginHead = (graph: NetworkGraph, nadKey: string, path: PathBuilder): TraceHead => {
  const nad = graph.snapshot.nads.items.get(nadKey);
  const nadId = `nad/${nadKey}`;
  const config = nad?.config;
  if (nad === undefined || config === undefined || !('plugin' in config)) {
    return { stretch: path.finish() };
  }
  const resource = nad.resourceName === '' ? undefined : nad.resourceName;
  const { plugin } = config;
  if (plugin.family === 'bridge') {
    return { stretch: path.finish(), to: { kind: 'bridge', plugin }, resource };
  }
  if (resource !== undefined && plugin.family !== 'ovn') {
    const vlans = pluginVlans(plugin);
    return { stretch: path.finish(), to: { kind: 'resource', nadId, resource, vlans }, resource };
  }
  const reason = text('How plugin type {{type}} reaches the wire is not known.', {
    type: config.type,
  });
  path.stretch({ hops: [], judgement: unknown(reason) });
  return { stretch: path.finish() };
};

const nadHead = (graph: NetworkGraph, nadKey: string, path: PathBuilder): TraceHead => {
  const id = `nad/${nadKey}`;
  const nad = graph.snapshot.nads.items.get(nadKey);
  path.hop(id, nad === undefined ? nadExistence(graph.snapshot, nadKey) : nadState(nad));
  const network = graph.networkOfNad(nadKey);
  if (path.isBroken) return { stretch: path.finish() };
  if (network === undefined) return pluginHead(graph, nadKey, path);
  path.hop(network.id, OK);
  if (network.topology !== 'localnet') return { stretch: path.finish(), to: { kind: 'overlay' } };
  const mapped = graph.localnets.get(network.physicalName)?.mappings.size ?? 0;
  if (mapped > 0) path.hop(`localnet/${network.physicalName}`, OK);
  return { stretch: path.finish(), to: { kind: 'localnet', network } };
};

/** Follows the NIC to where its path enters a node. */
export const traceHead = (graph: NetworkGraph, vnic: VnicView): TraceHead => {
  const path = new PathBuilder();
  path.hop(vnic.id, vnicHop(graph.snapshot, vnic));
  const nadKey = effectiveNadKey(vnic);
  if (path.isBroken) return { stretch: path.finish() };
  if (effectiveNetwork(vnic)?.source.type === 'pod') return podHead(graph, vnic, path);
  return nadKey === undefined ? { stretch: path.finish() } : nadHead(graph, nadKey, path);
};
