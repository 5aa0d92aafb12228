/**
 * The user's networks on one node, and the ports of the VMs that run here. A VM NIC is on the
 * switch of its network; one on the pod network is on the node switch, or on the namespace's
 * primary network. Source: domain reference A.9, E.3, E.2 (16).
 */
import { metaKey } from '../../cluster/meta';
import { effectiveNadKey, effectiveNetwork } from '../nadReference';
import type { NetworkGraph, NetworkView, VnicView } from '../networkGraph';
import { nodeSwitchId } from './addDefaultNetwork';
import { addLocalnet } from './addLocalnet';
import { addOverlay } from './addOverlay';
import { launchersOn, portAttributes } from './launcherPorts';
import type { NetworkOnNode } from './networkOnNode';
import type { OvnBuilder } from './ovnBuilder';

/** A VM NIC of this node, where it is plugged. */
interface Plug {
  readonly vnic: VnicView;
  /** Undefined: the cluster's own network. */
  readonly network?: NetworkView;
  /** NAD that scopes the port's name; undefined on the cluster's own network. */
  readonly nadKey?: string;
}

const primaryNad = (network: NetworkView, namespace: string): string | undefined => {
  const nad = network.nads.find(({ meta }) => meta.namespace === namespace);
  return nad && metaKey(nad.meta);
};

/** Where a NIC is plugged in OVN; undefined for one that is not plugged there. */
const plugOf = (graph: NetworkGraph, vnic: VnicView): Plug | undefined => {
  if (effectiveNetwork(vnic)?.source.type === 'pod') {
    const network = graph.primaryNetworkOf(vnic.namespace);
    if (network === undefined) return { vnic };
    return { vnic, network, nadKey: primaryNad(network, vnic.namespace) };
  }
  const nadKey = effectiveNadKey(vnic);
  const network = nadKey === undefined ? undefined : graph.networkOfNad(nadKey);
  return network && { vnic, network, nadKey };
};

const addNetwork = (part: NetworkOnNode): string | undefined => {
  const { topology } = part.network;
  if (topology === '') return undefined;
  return topology === 'localnet' ? addLocalnet(part) : addOverlay(part);
};

/** Adds the user's networks and the VM ports of the node; linear in networks and VM NICs here. */
export const addUserNetworks = (builder: OvnBuilder, graph: NetworkGraph, node: string): void => {
  const plugs = graph
    .vmsOnNode(node)
    .flatMap((vm) => vm.vnics.map((vnic) => plugOf(graph, vnic)))
    .filter((plug) => plug !== undefined);
  const ports = new Map<NetworkView | undefined, number>();
  for (const { network } of plugs) ports.set(network, (ports.get(network) ?? 0) + 1);
  const switches = new Map<NetworkView | undefined, string | undefined>();
  switches.set(undefined, nodeSwitchId(node));
  for (const network of graph.networks.values()) {
    const part = { builder, graph, network, node, ports: ports.get(network) ?? 0 };
    switches.set(network, addNetwork(part));
  }
  const launchers = launchersOn(graph, node);
  for (const { vnic, network, nadKey } of plugs) {
    const switchId = switches.get(network);
    if (switchId === undefined) continue;
    const pod = launchers.get(vnic.vmi?.meta.uid ?? '');
    const port = builder.add(vnic.id, 'vmPort', vnic.name, portAttributes(vnic, nadKey, pod));
    builder.connect(switchId, port, 'port');
  }
};
