/**
 * Walks the values (MAC or IP addresses) that VMs have. Whether two that share one clash hangs on
 * their L2 segments, that is, on NADs and bridge mappings, and on nodes that have the value too.
 */
import type { KindKey } from '../../cluster/snapshot';
import type { NodeView, VmView, VnicView } from '../../network/networkGraph';
import type { GraphChange } from '../change';
import { vmsOfNads, walkOver } from '../walk';
import type { Touched, Walk } from '../walk';
import { changesMappings } from './changesReach';
import type { GraphIndex, ValueIndex, ValuesOf } from './valueIndex';

const valuesIn = <S, T>(
  keys: Iterable<string>,
  states: readonly ((key: string) => S | undefined)[],
  valuesOf: ValuesOf<S, T>,
): ReadonlySet<string> => {
  const values = new Set<string>();
  for (const key of keys) {
    for (const stateOf of states) {
      const state = stateOf(key);
      if (state !== undefined) valuesOf(state, (value) => values.add(value));
    }
  }
  return values;
};

/** Values that more than one VM NIC has, or one and a node: all others clash with nothing. */
const contested = (vnics: ValueIndex<VnicView>, hosts: ValueIndex<string>): readonly string[] => {
  const values = [...vnics.shared()];
  for (const value of hosts.values()) {
    if (vnics.has(value) && !vnics.isShared(value)) values.push(value);
  }
  return values;
};

/** The values of VM NICs, each touched by changes of the VMs and nodes that have or had it. */
export const valueWalk = (
  vnics: GraphIndex<VnicView>,
  hosts: GraphIndex<string>,
  ofVm: ValuesOf<VmView, VnicView>,
  ofNode: ValuesOf<NodeView, string>,
): Walk<string> => {
  const touched = (change: GraphChange, kind: KindKey): Touched => {
    const { before, after } = change;
    if (kind === 'vms' || kind === 'vmis' || kind === 'nads') {
      const keys = kind === 'nads' ? vmsOfNads(change) : change.vms;
      return valuesIn(keys, [(key) => before.vms.get(key), (key) => after.vms.get(key)], ofVm);
    }
    if (changesMappings(change)) return 'all';
    return valuesIn(
      change.nodes,
      [(key) => before.nodes.get(key), (key) => after.nodes.get(key)],
      ofNode,
    );
  };
  return walkOver({
    prepare: (graph) => {
      vnics.prepare(graph);
      hosts.prepare(graph);
    },
    items: (graph) => contested(vnics.of(graph), hosts.of(graph)),
    keyOf: (value) => value,
    get: (graph, value) => (vnics.of(graph).has(value) ? value : undefined),
    touched,
  });
};
