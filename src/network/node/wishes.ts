/**
 * What the policies want on one node, entity by entity: interfaces, OVS bonds inside bridge
 * ports, and bridge mappings. A policy is a partial edit, so what it does not name is nobody's
 * wish (domain reference A.1.3, B.4; E.2 edge 22).
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { entityKindOf, interfaceId } from '../interfaceState';
import type { EntityKind } from '../model';
import type { NodeView } from '../networkGraph';

export interface Wish {
  readonly policy: PolicyRecord;
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** The policy wants it gone. */
  readonly absent: boolean;
  readonly record?: InterfaceRecord;
  /** Bridge of a wanted mapping. */
  readonly bridge?: string;
  /** Members of a wanted OVS bond. */
  readonly members?: readonly string[];
}

/** Interface types that the graph shows; others (vrf, dummy, tunnels ...) are not followed. */
const SHOWN_TYPES = new Set([
  'ethernet',
  'bond',
  'vlan',
  'ovs-bridge',
  'linux-bridge',
  'ovs-interface',
]);

const interfaceWish = (
  view: NodeView,
  policy: PolicyRecord,
  record: InterfaceRecord,
): Wish | undefined => {
  if (record.state === 'ignore') return undefined;
  const absent = record.state === 'absent';
  if (record.type === '') {
    const actual = view.byName.get(record.name);
    if (actual === undefined && absent) return undefined;
    const kind = actual === undefined ? 'nic' : entityKindOf(actual);
    return { policy, id: interfaceId(view, record.name), kind, name: record.name, absent, record };
  }
  if (!SHOWN_TYPES.has(record.type)) return undefined;
  const kind = entityKindOf(record);
  const id = `${kind}/${view.name}/${record.name}`;
  return { policy, id, kind, name: record.name, absent, record };
};

const bondWishes = (view: NodeView, policy: PolicyRecord, bridge: InterfaceRecord): Wish[] =>
  (bridge.bridge?.ports ?? []).flatMap((port) =>
    port.bond === undefined
      ? []
      : [
          {
            policy,
            id: `bond/${view.name}/${port.name}`,
            kind: 'bond' as const,
            name: port.name,
            absent: bridge.state === 'absent',
            members: port.bond.members,
          },
        ],
  );

/** Everything that the policies of a node want there, in the order of policies and documents. */
export const wishesOf = (view: NodeView): readonly Wish[] => {
  const wishes: Wish[] = [];
  for (const policy of view.policies) {
    for (const record of policy.desired.interfaces) {
      const wish = interfaceWish(view, policy, record);
      if (wish !== undefined) wishes.push(wish, ...bondWishes(view, policy, record));
    }
    for (const { localnet, bridge, state } of policy.desired.mappings) {
      wishes.push({
        policy,
        id: `mapping/${view.name}/${localnet}`,
        kind: 'mapping',
        name: localnet,
        absent: state === 'absent',
        bridge,
      });
    }
  }
  return wishes;
};
