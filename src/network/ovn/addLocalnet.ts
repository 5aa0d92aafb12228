/**
 * A localnet network on one node: its switch, which every node's database holds, and the localnet
 * port that leads out of it. The port is plumbed to the mapped bridge only where something of the
 * network runs, so an absent patch port proves nothing by itself.
 * Source: ovn-kubernetes go-controller/pkg/types/const.go; ovn controller/patch.c; domain
 * reference A.3.2, A.9, B.1, E.3.
 */
import { localnetPatchPort, localnetPortName, localnetSwitchName } from '../../cluster/ovnNames';
import type { NetworkOnNode } from './networkOnNode';

/** Adds switch, port and bridge; gives the id of the switch. */
export const addLocalnet = ({ builder, graph, network, node, ports }: NetworkOnNode): string => {
  const { name, vlan, physicalName } = network;
  const switchName = localnetSwitchName(name);
  const portName = localnetPortName(name);
  const view = graph.nodes.get(node);
  const coverage = graph.coverageOfNetwork(name).get(node);
  const switchId = builder.add(`localnetSwitch/${switchName}`, 'localnetSwitch', switchName, {
    network: name,
    mtu: network.mtu,
    subnets: network.subnets,
    ports,
  });
  const portId = builder.add(
    `localnetPort/${portName}`,
    'localnetPort',
    portName,
    {
      network: name,
      physicalNetwork: physicalName,
      tag: vlan,
      plumbed: view?.byTypeAndName.has(`ovs-interface ${localnetPatchPort(name)}`),
    },
    coverage,
  );
  builder.connect(portId, switchId, 'port', { tag: vlan });
  const bridge = view?.mappings?.get(physicalName);
  if (bridge !== undefined) {
    const bridgeId = builder.addBridge(view, node, bridge);
    builder.connect(bridgeId, portId, 'patch', { port: localnetPatchPort(name) });
  }
  return switchId;
};
