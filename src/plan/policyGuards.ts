/**
 * PRE-004 and PRE-006 on a policy's document itself, whoever wrote it: no interface that carries
 * a node's own traffic is named, held or removed, nothing is taken from another bridge or bond,
 * and no mapping is changed that is there already. A VLAN interface may name a protected
 * interface as its base, which leaves it untouched (D.4). What cannot be checked is refused: types
 * that take interfaces in ways of their own (vrf, hsr), and names that the node does not report,
 * because nmstate takes a NIC by its alternative names as well (nmstate rust/src/lib/ifaces).
 */
import type { DesiredState } from '../cluster/desiredState';
import type { InterfaceRecord } from '../cluster/interfaceRecord';
import { asArray, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { PHYSNET } from '../cluster/ovnNames';
import { readDesiredState } from '../cluster/readDesiredState';
import { text } from '../cluster/text';
import type { NodeView } from '../network/networkGraph';
import { guard } from './guards/guardRule';
import type { Guard } from './model';

const block = (id: string, message: Guard['message']): Guard => guard(id, 'block', 'nic', message);

/** `spec` of the policy; `nodes` those that it would reach. Empty when nothing stands against it. */
export const policyGuards = (spec: KubeObject, nodes: readonly NodeView[]): readonly Guard[] => {
  const desired = readDesiredState(spec.desiredState);
  const shape = uncheckable(spec, desired);
  if (shape !== undefined) return [shape];
  if (nodes.length === 0) {
    return [block('NNCP-003', text('No node matches this selection.'))];
  }
  const found: Guard[] = [];
  for (const node of nodes) {
    const held = heldInterface(desired, node) ?? mappingConflict(desired, node);
    if (held !== undefined) found.push(held);
  }
  return found.slice(0, SHOWN);
};

/** One reason says enough; a few tell on which nodes. */
const SHOWN = 3;

const CHECKED_KEYS: ReadonlySet<string> = new Set(['interfaces', 'ovn']);

const uncheckable = (spec: KubeObject, desired: DesiredState): Guard | undefined => {
  if (desired.problem !== undefined || desired.empty) {
    return block('NNCP-018', text('desiredState cannot be read.'));
  }
  const other = Object.keys(recordOf(spec.desiredState)).find((key) => !CHECKED_KEYS.has(key));
  if (spec.capture !== undefined || other !== undefined) {
    return block(
      'PRE-004',
      text('{{key}} cannot be checked here: only interfaces and bridge mappings are written.', {
        key: other ?? 'capture',
      }),
    );
  }
  const byAddress = asArray(recordOf(spec.desiredState).interfaces)
    .map(recordOf)
    .find(({ identifier }) => identifier !== undefined && identifier !== 'name');
  if (byAddress !== undefined) {
    return block(
      'PRE-004',
      text('Name interfaces by their name; another identifier cannot be checked.'),
    );
  }
  const strange = desired.interfaces.find(({ type }) => !CHECKED_TYPES.has(type));
  return strange === undefined
    ? undefined
    : block(
        'PRE-004',
        text('Interface {{name}} is of type {{type}}, which cannot be checked here.', {
          name: strange.name,
          type: strange.type,
        }),
      );
};

/** Types that say in `bond`, `bridge` and `vlan` what they take; '' is an interface that exists. */
const CHECKED_TYPES: ReadonlySet<string> = new Set([
  '',
  'ethernet',
  'bond',
  'vlan',
  'linux-bridge',
  'ovs-bridge',
  'ovs-interface',
]);

const heldInterface = (desired: DesiredState, node: NodeView): Guard | undefined => {
  if (node.state === undefined || !node.state.hasState) {
    return block(
      'PRE-004',
      text('The network state of node {{node}} is not known, so nothing can be checked there.', {
        node: node.name,
      }),
    );
  }
  const made = madeNames(desired);
  for (const entry of desired.interfaces) {
    for (const name of touchedBy(entry)) {
      if (!made.has(name) && !node.byName.has(name)) {
        return block(
          'PRE-004',
          text('Node {{node}} has no interface {{nic}}.', { nic: name, node: node.name }),
        );
      }
      if (node.protectedInterfaces.has(name)) {
        return block(
          'PRE-004',
          text('{{nic}} carries the own traffic of node {{node}}.', {
            nic: name,
            node: node.name,
          }),
        );
      }
    }
    const taken = takenPort(entry, node);
    if (taken !== undefined) return taken;
  }
  return undefined;
};

/** What the document makes itself: its own bridges, bonds and interfaces, and OVS bonds in bridges. */
const madeNames = (desired: DesiredState): ReadonlySet<string> =>
  new Set(
    desired.interfaces.flatMap(({ name, type, bridge }) => [
      ...(type === '' || type === 'ethernet' ? [] : [name]),
      ...(bridge?.ports ?? []).flatMap((port) => (port.bond === undefined ? [] : [port.name])),
    ]),
  );

/** The interface itself, what it takes under it, and what it is put under. */
const touchedBy = ({ name, bond, bridge, controller }: InterfaceRecord): readonly string[] => [
  name,
  ...(controller === undefined ? [] : [controller]),
  ...(bond?.members ?? []),
  ...(bridge?.ports ?? []).flatMap((port) => [port.name, ...(port.bond?.members ?? [])]),
];

const takenPort = (entry: InterfaceRecord, node: NodeView): Guard | undefined => {
  const own = new Set([entry.name, ...(entry.bridge?.ports ?? []).map(({ name }) => name)]);
  for (const name of touchedBy(entry)) {
    const controller = node.controllerOf.get(name);
    if (controller === undefined || own.has(controller)) continue;
    return block(
      'PRE-004',
      text('{{nic}} is already in {{controller}} on node {{node}}.', {
        nic: name,
        controller,
        node: node.name,
      }),
    );
  }
  return undefined;
};

const mappingConflict = (desired: DesiredState, node: NodeView): Guard | undefined => {
  for (const { localnet } of desired.mappings) {
    if (localnet === PHYSNET) {
      return guard(
        'PRE-006',
        'block',
        'uplink',
        text(
          'The mapping physnet belongs to OVN-Kubernetes: without it node {{node}} loses its way out.',
          {
            node: node.name,
          },
        ),
      );
    }
    const bridge = node.mappings?.get(localnet);
    if (bridge === undefined) continue;
    return guard(
      'PRE-006',
      'block',
      'uplink',
      text('Node {{node}} maps localnet {{localnet}} to {{bridge}} already.', {
        node: node.name,
        localnet,
        bridge,
      }),
    );
  }
  return undefined;
};
