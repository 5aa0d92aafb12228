/**
 * Entities for the interfaces a node reports, and the edges below bridges: node -> NIC, NIC ->
 * bond, base -> VLAN interface. Pod veths, tunnels, loopback and the like are left out.
 * Source: domain reference A.3.2, E.1, E.2 (3, 4), E.4.
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { attributesOf, edgeOf, entityOf } from '../fragment';
import type { Attributes } from '../fragment';
import { adminState, bondState, entityKindOf } from '../interfaceState';
import { OK } from '../judgement';
import type { Judgement } from '../judgement';
import { isVirtualFunction } from '../physicalNic';
import type { NodeContext } from './nodeContext';

const addressesOf = (record: InterfaceRecord): readonly string[] =>
  [...(record.ipv4?.addresses ?? []), ...(record.ipv6?.addresses ?? [])].map(
    (address) => `${address.ip}/${address.prefix}`,
  );

const lldpOf = (record: InterfaceRecord): string | undefined =>
  record.lldp && (record.lldp.enabled ? 'on' : 'off');

const attributesOfInterface = ({ view }: NodeContext, record: InterfaceRecord): Attributes =>
  attributesOf({
    type: record.type,
    state: record.state,
    mtu: record.mtu,
    mac: record.mac,
    speed: record.ethernet?.speed,
    driver: record.driver,
    lldp: record.type === 'ethernet' ? lldpOf(record) : undefined,
    virtualFunction: isVirtualFunction(record, view.nics) || undefined,
    virtualFunctions: record.ethernet?.totalVfs || undefined,
    vlan: record.vlan?.id,
    base: record.vlan?.base,
    mode: record.bond?.mode,
    members: record.type === 'bond' ? record.bond?.members : undefined,
    controller: record.controller,
    peer: record.patchPeer,
    addresses: addressesOf(record),
    description: record.description,
  });

/** A link that nothing stands on may rest; OVN's own interfaces are unmanaged by nature. */
const stateOf = ({ view }: NodeContext, record: InterfaceRecord, used: boolean): Judgement => {
  if (record.type === 'ovs-interface') {
    return record.state === 'down' ? adminState(view.name, record) : OK;
  }
  return used ? bondState(view, record) : OK;
};

const isShown = ({ view }: NodeContext, record: InterfaceRecord): boolean => {
  switch (record.type) {
    case 'ethernet':
      return view.nics.has(record.name);
    case 'bond':
    case 'vlan':
    case 'ovs-interface':
      return true;
    default:
      return false;
  }
};

/** Adds NICs, bonds, VLAN interfaces, internal interfaces and patch ports. */
export const addInterfaces = (context: NodeContext): void => {
  const { view, builder, node } = context;
  const interfaces = view.state?.interfaces ?? [];
  const bases = new Set(interfaces.map((record) => record.vlan?.base));
  for (const record of interfaces) {
    if (!isShown(context, record)) continue;
    const kind = entityKindOf(record);
    const id = `${kind}/${node}/${record.name}`;
    const used = view.controllerOf.has(record.name) || bases.has(record.name);
    builder.add(
      entityOf({
        id,
        kind,
        name: record.name,
        node,
        judgement: stateOf(context, record, used),
        origin: context.originOf(id),
        attributes: attributesOfInterface(context, record),
      }),
    );
    if (kind === 'nic') builder.connect(edgeOf(`node/${node}`, id, 'host'));
  }
};

/** Connects bonds with their members and VLAN interfaces with what they stand on. */
export const connectInterfaces = (context: NodeContext): void => {
  const { view, builder, node } = context;
  for (const record of view.state?.interfaces ?? []) {
    if (record.type === 'bond') {
      for (const member of record.bond?.members ?? []) {
        connectMember(context, member, [record.name], record.bond?.mode ?? '');
      }
    }
    if (record.type === 'vlan' && record.vlan !== undefined && record.vlan.base !== '') {
      const base = context.ensureInterface(record.vlan.base);
      const vlan = record.vlan.id;
      builder.connect(
        edgeOf(base, `vlanIf/${node}/${record.name}`, 'base', OK, 'actual', attributesOf({ vlan })),
      );
    }
  }
};

/**
 * NIC -> bond; the NIC's own report has to agree, where it names a controller. `holders` begins
 * with the bond's name; a member of an OVS bond may name the bridge instead.
 */
export const connectMember = (
  context: NodeContext,
  member: string,
  holders: readonly string[],
  mode: string,
): void => {
  const source = context.ensureInterface(member);
  const bond = `bond/${context.node}/${holders[0] ?? ''}`;
  const judgement = context.membership(member, holders);
  context.builder.connect(
    edgeOf(source, bond, 'member', judgement, 'actual', attributesOf({ mode })),
  );
};
