/** The second line of an element: the one or two facts by which a person recognises it. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { AttributeValue, Entity, EntityKind } from '../../network/model';

const BRIDGE_TYPES: Readonly<Record<string, Text>> = {
  'ovs-bridge': text('OVS bridge'),
  'linux-bridge': text('Linux bridge'),
};

const numberOf = (value: AttributeValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const describeNic = ({ attributes }: Entity): Text | undefined => {
  const mtu = numberOf(attributes.mtu);
  const speed = numberOf(attributes.speed);
  if (speed !== undefined && mtu !== undefined) {
    return text('{{speed}}G · MTU {{mtu}}', { speed: speed / 1000, mtu });
  }
  return mtu === undefined ? undefined : text('MTU {{mtu}}', { mtu });
};

const describeBond = ({ attributes: { mode } }: Entity): Text =>
  typeof mode === 'string' ? text('{{mode}}', { mode }) : text('Bond');

const describeVlan = ({ attributes: { vlan } }: Entity): Text | undefined =>
  vlan === undefined ? undefined : text('VLAN {{vlan}}', { vlan: String(vlan) });

const describeBridge = ({ name, attributes: { type } }: Entity): Text => {
  if (name === 'br-int') {
    return text('OVN integration');
  }
  return BRIDGE_TYPES[String(type)] ?? text('Bridge');
};

const describeMapping = ({ attributes: { bridge } }: Entity): Text =>
  typeof bridge === 'string' && bridge !== ''
    ? text('on {{bridge}}', { bridge })
    : text('Bridge mapping');

const TOPOLOGIES: Readonly<
  Record<string, { readonly plain: Text; readonly vlan: (vlan: string) => Text }>
> = {
  localnet: {
    plain: text('Untagged'),
    vlan: (vlan) => text('VLAN {{vlan}}', { vlan }),
  },
  layer2: {
    plain: text('Layer 2 overlay'),
    vlan: (vlan) => text('VLAN {{vlan}}', { vlan }),
  },
  layer3: {
    plain: text('Layer 3 overlay'),
    vlan: (vlan) => text('VLAN {{vlan}}', { vlan }),
  },
};

const describeNetwork = ({ attributes: { topology, vlan } }: Entity): Text => {
  const known = TOPOLOGIES[String(topology).toLowerCase()];
  if (known === undefined) {
    return text('Network');
  }
  return vlan === undefined ? known.plain : known.vlan(String(vlan));
};

const describeNad = ({
  origin,
  state,
  attributes: { type, bridge, vlan, topology },
}: Entity): Text => {
  if (origin === 'intended') {
    // Where NADs could not be read nobody knows whether this one is there.
    return state === 'unknown' ? text('Not known') : text('Missing');
  }
  if (typeof bridge === 'string') {
    return vlan === undefined
      ? text('On {{bridge}}', { bridge })
      : text('VLAN {{vlan}} · {{bridge}}', { bridge, vlan: String(vlan) });
  }
  if (type !== 'ovn-k8s-cni-overlay' && type !== undefined) {
    return text('CNI {{type}}', { type: String(type) });
  }
  return typeof topology === 'string' && topology !== ''
    ? text('{{topology}}', { topology })
    : text('NAD');
};

const describePort = ({ attributes: { vlans } }: Entity): Text | undefined =>
  Array.isArray(vlans) && vlans.length > 0
    ? text('VLANs {{vlans}}', { vlans: vlans.join(', ') })
    : undefined;

const isList = (value: AttributeValue | undefined): value is readonly string[] =>
  Array.isArray(value);

/** The first address; a guest's others are in the panel. */
const describeVnic = ({ attributes: { ips } }: Entity): Text | undefined => {
  const ip = isList(ips) ? ips[0] : undefined;
  return ip === undefined ? undefined : text('{{ip}}', { ip });
};

const DESCRIBE: Readonly<Partial<Record<EntityKind, (entity: Entity) => Text | undefined>>> = {
  switchPort: describePort,
  nic: describeNic,
  bond: describeBond,
  vlanIf: describeVlan,
  bridge: describeBridge,
  mapping: describeMapping,
  localnet: ({ state }) => (state === 'unknown' ? text('Not known') : text('No node maps it')),
  network: describeNetwork,
  cudn: describeNetwork,
  udn: describeNetwork,
  clusterNetwork: () => text('Cluster network'),
  serviceNetwork: () => text('Service network'),
  machineNetwork: () => text('Machine network'),
  nad: describeNad,
  vnic: describeVnic,
};

/** The second line for a single entity; undefined for kinds that have none. */
export const describeElement = (entity: Entity): Text | undefined =>
  DESCRIBE[entity.kind]?.(entity);
