/** What a person calls each kind of thing. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { EntityKind } from '../../network/model';

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
