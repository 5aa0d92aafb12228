/**
 * LLDP neighbours as NodeNetworkState shows them: an array of neighbours, each an array of TLV
 * objects. Source: nmstate rust/src/lib/lldp.rs. The native VLAN has no TLV there.
 */
import type { NodePlan, SwitchPortPlan } from './clusterPlan';

export function buildNeighbor(port: SwitchPortPlan): Record<string, unknown>[] {
  return [
    { type: 5, 'system-name': port.system },
    { type: 6, 'system-description': 'Example Networks EN-5100 switch, release 21.4' },
    { type: 7, 'system-capabilities': ['MAC Bridge component', 'Router'] },
    { type: 1, _description: 'MAC address', 'chassis-id': port.chassis, 'chassis-id-type': 4 },
    { type: 2, _description: 'Interface name', 'port-id': port.port, 'port-id-type': 5 },
    {
      type: 127,
      oui: '00:80:c2',
      subtype: 3,
      'ieee-802-1-vlans': port.vlans.map((vid) => ({ name: `vlan-${vid}`, vid })),
    },
    {
      type: 127,
      oui: '00:12:0f',
      subtype: 4,
      'ieee-802-3-max-frame-size': port.maxFrame ?? 9216,
    },
  ];
}

/** What the switch sends to each NIC of a node, by NIC name. */
export function neighborsOf(node: NodePlan): Record<string, unknown[]> {
  return Object.fromEntries(
    node.nics.flatMap(({ name, switchPort }) =>
      switchPort ? [[name, [buildNeighbor(switchPort)]]] : [],
    ),
  );
}
