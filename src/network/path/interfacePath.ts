/**
 * From an uplink down to the NICs: through VLAN interfaces and bonds. A bond with one member up
 * works. A report that refers to itself ends at the name it has already passed.
 * Source: domain reference B.6 (leaves), E.2 (3–5), NODE-005, NODE-007.
 */
import { text } from '../../cluster/text';
import type { BridgePort } from '../../cluster/interfaceRecord';
import { adminState, bondState, interfaceId, ovsBondState } from '../interfaceState';
import { broken } from '../judgement';
import type { NodeView } from '../networkGraph';
import { PathBuilder } from './pathBuilder';
import type { Stretch } from './pathBuilder';
import { vlansText } from './vlanFit';
import type { UsedVlans } from './vlanFit';

interface Walk {
  readonly view: NodeView;
  /** VLANs of the frames as they reach this interface. */
  readonly vlans: UsedVlans;
  readonly seen: ReadonlySet<string>;
}

const doubleTag = (name: string, inside: number | undefined, vlans: UsedVlans, node: string) =>
  broken(
    text(
      '{{name}} on {{node}} is already inside VLAN {{inside}}: frames of VLAN {{vlan}} would be tagged twice.',
      {
        name,
        node,
        inside: inside ?? '?',
        vlan: vlansText(vlans),
      },
    ),
  );

const membersPath = (walk: Walk, members: readonly string[]): readonly Stretch[] =>
  members.map((member) => walkDown(walk, member)).filter((stretch) => stretch !== undefined);

const walkDown = (walk: Walk, name: string): Stretch | undefined => {
  if (walk.seen.has(name)) return undefined;
  const { view } = walk;
  const next: Walk = { ...walk, seen: new Set([...walk.seen, name]) };
  const path = new PathBuilder();
  const id = interfaceId(view, name);
  const record = view.byName.get(name);
  if (record === undefined) {
    path.hop(id, broken(text('{{node}} has no interface {{name}}.', { node: view.name, name })));
    return path.finish();
  }
  if (record.vlan !== undefined && record.type === 'vlan') {
    const tagged = walk.vlans.length > 0;
    const own = adminState(view.name, record);
    path.hop(id, tagged ? doubleTag(name, record.vlan.id, walk.vlans, view.name) : own);
    const base = walkDown({ ...next, vlans: [] }, record.vlan.base);
    if (base !== undefined && record.vlan.base !== '') path.stretch(base);
    return path.finish();
  }
  path.hop(id, bondState(view, record));
  if (record.type === 'bond') path.sideBySide(membersPath(next, record.bond?.members ?? []));
  return path.finish();
};

/** The way from one bridge port to its NICs, for frames of these VLANs. */
export const interfacePath = (view: NodeView, port: BridgePort, vlans: UsedVlans): Stretch => {
  const walk: Walk = { view, vlans, seen: new Set() };
  if (port.bond === undefined) return walkDown(walk, port.name) ?? new PathBuilder().finish();
  const path = new PathBuilder();
  const { members } = port.bond;
  path.hop(`bond/${view.name}/${port.name}`, ovsBondState(view, port.name, members));
  path.sideBySide(membersPath(walk, members));
  return path.finish();
};
