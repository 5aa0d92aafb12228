/** What a person calls the parts of OVN. Source: ovn-nb(5); the article's diagrams of a node. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { OvnShapeKind } from './ovnDrawing';

const NAMES: Readonly<Record<OvnShapeKind, Text>> = {
  nic: text('NIC'),
  bridge: text('Bridge'),
  extSwitch: text('External switch'),
  localnetPort: text('Localnet port'),
  gatewayRouter: text('Gateway router'),
  joinSwitch: text('Join switch'),
  transitSwitch: text('Transit switch'),
  transitRouter: text('Transit router'),
  clusterRouter: text('Cluster router'),
  internalIf: text('Management port'),
  nodeSwitch: text('Node switch'),
  localnetSwitch: text('Localnet switch'),
  layer2Switch: text('Layer 2 switch'),
  vmPort: text('VM NIC'),
  peers: text('Other nodes'),
  networks: text('Networks'),
};

/** What stands below the name of a crowd. */
export const OVN_DETAILS = {
  peers: text('Geneve tunnels'),
  networks: text('See the table below'),
} as const;

export const ovnKindNames: readonly Text[] = Object.values(NAMES);

export const ovnKindName = (kind: OvnShapeKind): Text => NAMES[kind];
