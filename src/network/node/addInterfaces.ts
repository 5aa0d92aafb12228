/**
 * Entities for the interfaces a node reports, and the edges below bridges: node -> NIC, NIC ->
 * bond, base -> VLAN interface. Pod veths, tunnels, loopback and the like are left out.
 * Source: domain reference A.3.2, E.1, E.2 (3, 4), E.4.
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { NO_ATTRIBUTES, attributesOf, edgeOf, entityOf } from '../fragment';
import type { LooseAttributes } from '../fragment';
import { adminState, bondState, entityKindOf } from '../interfaceState';
import { OK } from '../judgement';
import type { Judgement } from '../judgement';
import type { NodeView } from '../networkGraph';
import { isVirtualFunction } from '../physicalNic';
import type { NodeContext } from './nodeContext';

const addressesOf = (record: InterfaceRecord): readonly string[] =>
  [...(record.ipv4?.addresses ?? []), ...(record.ipv6?.addresses ?? [])].map(
    (address) => `${address.ip}/${address.prefix}`,
  );

const lldpOf = (record: InterfaceRecord): string | undefined =>
  record.lldp && (record.lldp.enabled ? 'on' : 'off');

const describe = (view: NodeView, record: InterfaceRecord): LooseAttributes => ({
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
  const { view, node } = context;
  const interfaces = view.state?.interfaces ?? [];
  const bases = new Set<string>();
  for (const record of interfaces) if (record.vlan !== undefined) bases.add(record.vlan.base);
  const self = `node/${node}`;
  for (const record of interfaces) {
    if (!isShown(context, record)) continue;
    const kind = entityKindOf(record);
    const { name } = record;
    const id = context.id(kind, name);
    if (context.has(id)) continue;
    context.shown.push(record);
    const judgement = stateOf(context, record, view.controllerOf.has(name) || bases.has(name));
    const origin = context.originOf(id);
    context.add(entityOf({ id, kind, name, node, judgement, origin }, describe, view, record));
    if (kind === 'nic') context.connect(edgeOf(self, id, 'host'));
  }
};

/** Connects bonds with their members and VLAN interfaces with what they stand on. */
export const connectInterfaces = (context: NodeContext): void => {
  for (const record of context.shown) {
    if (record.type === 'bond' && record.bond !== undefined) {
      connectMembers(context, record.bond.members, [record.name], record.bond.mode);
    }
    if (record.type === 'vlan' && record.vlan !== undefined && record.vlan.base !== '') {
      const base = context.ensureInterface(record.vlan.base);
      const attributes = attributesOf({ vlan: record.vlan.id });
      const target = context.id('vlanIf', record.name);
      context.connect(edgeOf(base, target, 'base', OK, 'actual', attributes));
    }
  }
};

/**
 * NIC -> bond; each NIC's own report has to agree, where it names a controller. `holders` begins
 * with the bond's name; a member of an OVS bond may name the bridge instead.
 */
export const connectMembers = (
  context: NodeContext,
  members: readonly string[],
  holders: readonly string[],
  mode: string,
): void => {
  const bond = context.id('bond', holders[0] ?? '');
  const attributes = mode === '' ? NO_ATTRIBUTES : { mode };
  for (const member of members) {
    const source = context.ensureInterface(member);
    const judgement = context.membership(member, holders);
    context.connectOnce(edgeOf(source, bond, 'member', judgement, 'actual', attributes));
  }
};
