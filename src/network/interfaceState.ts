/**
 * What one interface of a node is, as an entity, and whether it is fit to carry traffic.
 * NodeNetworkState knows administrative state only (`up` is IFF_UP, not carrier), so a link
 * that is up may still have no cable: that is a hint for the checks, not a state here.
 * Source: nmstate rust/src/lib/nispor/base_iface.rs; domain reference A.3.3, E.1.
 */
import type { InterfaceRecord } from '../cluster/interfaceRecord';
import { text } from '../cluster/text';
import { OK, bestOf, broken, unknown } from './judgement';
import type { Judgement } from './judgement';
import type { EntityKind } from './model';
import type { NodeView } from './networkGraph';

/** Entity kind of an interface record; anything that is no bond, VLAN, bridge or OVS port is a NIC. */
export const entityKindOf = (record: InterfaceRecord): EntityKind => {
  switch (record.type) {
    case 'bond':
      return 'bond';
    case 'vlan':
      return 'vlanIf';
    case 'ovs-bridge':
    case 'linux-bridge':
      return 'bridge';
    case 'ovs-interface':
      return record.patchPeer === undefined ? 'internalIf' : 'patch';
    default:
      return 'nic';
  }
};

/** Id of whatever has this name on the node; of a thing that is not there, the NIC it would be. */
export const interfaceId = (view: NodeView, name: string): string => {
  const record = view.byName.get(name);
  return `${record === undefined ? 'nic' : entityKindOf(record)}/${view.name}/${name}`;
};

/** Administrative state of one interface by itself. */
export const adminState = (node: string, record: InterfaceRecord): Judgement => {
  if (record.state === 'up') return OK;
  const values = { name: record.name, node };
  if (record.state === 'down') return broken(text('{{name}} on {{node}} is down.', values));
  if (record.state === 'absent') return broken(text('{{name}} on {{node}} is absent.', values));
  return unknown(
    text(
      'NMState does not manage {{name}} on {{node}}, so it does not say whether it is up.',
      values,
    ),
  );
};

/** A bond works while one member is up; other interfaces stand for themselves. */
export const bondState = (view: NodeView, record: InterfaceRecord): Judgement => {
  const own = adminState(view.name, record);
  if (own.state === 'broken' || record.type !== 'bond') return own;
  const members = (record.bond?.members ?? []).filter((member) => member !== record.name);
  return worstBond(view, record.name, members) ?? own;
};

const worstBond = (
  view: NodeView,
  bond: string,
  members: readonly string[],
): Judgement | undefined => {
  const values = { name: bond, node: view.name };
  if (members.length === 0) return broken(text('Bond {{name}} on {{node}} has no member.', values));
  const best = bestOf(members.map((member) => memberState(view, member)));
  if (best?.state !== 'broken') return undefined;
  return broken(text('No member of bond {{name}} on {{node}} is up.', values));
};

const memberState = (view: NodeView, member: string): Judgement => {
  const record = view.byName.get(member);
  if (record !== undefined) return adminState(view.name, record);
  return broken(text('{{node}} has no interface {{name}}.', { node: view.name, name: member }));
};

/** State of an OVS bond, which is a port of the bridge and no interface of its own. */
export const ovsBondState = (view: NodeView, bond: string, members: readonly string[]): Judgement =>
  worstBond(view, bond, members) ?? OK;
