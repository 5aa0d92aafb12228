/**
 * What the policies want on one node, thing by thing: interfaces, OVS bonds inside bridge ports,
 * and bridge mappings. A policy is a partial edit, so what it does not name is nobody's wish; one
 * with captures wishes what it was rendered to (domain reference A.1.3, A.2, B.4; E.2 edge 22).
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { entityKindOf } from '../interfaceState';
import type { EntityKind } from '../model';
import type { NodeView } from '../networkGraph';
import { isNamedByMac, knownIntentOn } from '../policyIntent';

/** A wish of one document, the same on every node it is for. */
interface DocumentWish {
  /** Undefined: the document does not say the type, so it is what the node has of that name. */
  readonly kind?: EntityKind;
  readonly name: string;
  /** The policy wants it gone. */
  readonly absent: boolean;
  readonly record?: InterfaceRecord;
  /** Bridge of a wanted mapping. */
  readonly bridge?: string;
  /** Members of a wanted OVS bond. */
  readonly members?: readonly string[];
}

/** A wish on one node. */
export interface Wish extends DocumentWish {
  readonly policy: PolicyRecord;
  /** What the wish stands in: the policy's own document, or what its captures became. */
  readonly document: DesiredState;
  readonly id: string;
  readonly kind: EntityKind;
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

const interfaceWish = (record: InterfaceRecord): DocumentWish | undefined => {
  if (record.state === 'ignore' || isNamedByMac(record)) return undefined;
  if (record.type !== '' && !SHOWN_TYPES.has(record.type)) return undefined;
  const kind = record.type === '' ? undefined : entityKindOf(record);
  return { kind, name: record.name, absent: record.state === 'absent', record };
};

const readWishes = (document: DesiredState): readonly DocumentWish[] => {
  const wishes = new Map<string, DocumentWish>();
  const add = (wish: DocumentWish): void => {
    const key = `${wish.kind ?? ''} ${wish.name}`;
    if (!wishes.has(key)) wishes.set(key, wish);
  };
  for (const record of document.interfaces) {
    const wish = interfaceWish(record);
    if (wish === undefined) continue;
    add(wish);
    for (const { name, bond } of record.bridge?.ports ?? []) {
      if (bond !== undefined) {
        add({ kind: 'bond', name, absent: wish.absent, members: bond.members });
      }
    }
  }
  for (const { localnet, bridge, state } of document.mappings) {
    add({ kind: 'mapping', name: localnet, absent: state === 'absent', bridge });
  }
  return [...wishes.values()];
};

const known = new WeakMap<DesiredState, readonly DocumentWish[]>();

const wishesOfDocument = (document: DesiredState): readonly DocumentWish[] => {
  const before = known.get(document);
  if (before !== undefined) return before;
  const wishes = readWishes(document);
  known.set(document, wishes);
  return wishes;
};

const kindOnNode = (view: NodeView, wish: DocumentWish): EntityKind => {
  if (wish.kind !== undefined) return wish.kind;
  const actual = view.byName.get(wish.name);
  return actual === undefined ? 'nic' : entityKindOf(actual);
};

/**
 * Everything that the policies of a node want there, in the order of policies and documents; a
 * policy that names one thing twice wants it once.
 */
export const wishesOf = (view: NodeView): readonly Wish[] => {
  const wishes: Wish[] = [];
  for (const policy of view.policies) {
    const untyped = new Set<string>();
    const document = knownIntentOn(policy, view);
    for (const wish of wishesOfDocument(document)) {
      const kind = kindOnNode(view, wish);
      const id = `${kind}/${view.name}/${wish.name}`;
      if (wish.kind === undefined) {
        if (wish.absent && !view.byName.has(wish.name)) continue;
        untyped.add(id);
      }
      const { name, absent, record, bridge, members } = wish;
      wishes.push({ policy, document, id, kind, name, absent, record, bridge, members });
    }
    if (untyped.size > 0) dropRepeats(wishes, policy);
  }
  return wishes;
};

/** A policy with an untyped entry may name one thing of the node twice after all. */
const dropRepeats = (wishes: Wish[], policy: PolicyRecord): void => {
  const seen = new Set<string>();
  const kept = wishes.filter((wish) => {
    if (wish.policy !== policy) return true;
    const isNew = !seen.has(wish.id);
    seen.add(wish.id);
    return isNew;
  });
  wishes.splice(0, wishes.length, ...kept);
};
