/** The picture's sign for each kind of thing, and its name for those who hear the picture. */
import type { ComponentType } from 'react';
import {
  ClusterIcon,
  CubeIcon,
  EthernetIcon,
  FileContractIcon,
  GripHorizontalIcon,
  LayerGroupIcon,
  LinkIcon,
  NetworkIcon,
  PlugIcon,
  RouteIcon,
  ServerIcon,
  TagsIcon,
  VirtualMachineIcon,
} from '@patternfly/react-icons';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { EntityKind } from '../../network/model';

const ICONS: Readonly<Partial<Record<EntityKind, ComponentType>>> = {
  switch: GripHorizontalIcon,
  switchPort: PlugIcon,
  nic: EthernetIcon,
  vlanIf: TagsIcon,
  bond: LinkIcon,
  bridge: LayerGroupIcon,
  mapping: RouteIcon,
  localnet: RouteIcon,
  network: NetworkIcon,
  cudn: NetworkIcon,
  udn: NetworkIcon,
  clusterNetwork: ClusterIcon,
  serviceNetwork: ClusterIcon,
  machineNetwork: ServerIcon,
  nad: FileContractIcon,
  vnic: EthernetIcon,
  vm: VirtualMachineIcon,
  node: ServerIcon,
};

export const kindIcon = (kind: EntityKind): ComponentType => ICONS[kind] ?? CubeIcon;

const NAMES: Readonly<Record<EntityKind, Text>> = {
  switch: text('Switch'),
  switchPort: text('Switch port'),
  node: text('Node'),
  nic: text('NIC'),
  vlanIf: text('VLAN interface'),
  bond: text('Bond'),
  bridge: text('Bridge'),
  internalIf: text('Internal interface'),
  patch: text('Patch port'),
  mapping: text('Bridge mapping'),
  policy: text('Policy'),
  enactment: text('Enactment'),
  localnet: text('Localnet'),
  network: text('Network'),
  nad: text('NAD'),
  udn: text('UserDefinedNetwork'),
  cudn: text('ClusterUserDefinedNetwork'),
  vm: text('VM'),
  vmi: text('VM instance'),
  vnic: text('VM NIC'),
  clusterNetwork: text('Cluster network'),
  serviceNetwork: text('Service network'),
  machineNetwork: text('Machine network'),
  namespace: text('Project'),
  pod: text('Pod'),
  multiNetworkPolicy: text('Multi-network policy'),
  daemonSet: text('Daemon set'),
  cluster: text('Cluster'),
};

export const kindName = (kind: EntityKind): Text => NAMES[kind];
