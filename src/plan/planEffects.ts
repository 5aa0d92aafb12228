/**
 * What a plan does to each VM that it changes: nothing before its next start, something live, a migration, or
 * a restart that somebody has to make. Domain reference A.7.2.
 */
import type { NetworkGraph } from '../network/networkGraph';
import { detachEffect } from './detachEffect';
import type { Plan, Step } from './model';
import { moveEffect } from './moveEffect';
import { vmEffect } from './vmEffect';
import type { VmEffect } from './vmEffect';

/** Worst first; VMs `ns/name` of each, in the order of the plan. A VM of several NICs counts by its worst. */
export const planEffects = (
  graph: NetworkGraph,
  { steps }: Plan,
): ReadonlyMap<VmEffect, readonly string[]> => {
  const worst = new Map<string, VmEffect>();
  for (const step of steps) {
    const effect = effectOf(graph, step);
    if (effect === undefined) continue;
    const vm = `${step.ref.namespace}/${step.ref.name}`;
    const before = worst.get(vm);
    if (before === undefined || rank(effect) < rank(before)) worst.set(vm, effect);
  }
  const vms = new Map(ORDER.map((effect): [VmEffect, string[]] => [effect, []]));
  for (const [vm, effect] of worst) vms.get(effect)?.push(vm);
  return new Map([...vms].filter(([, names]) => names.length > 0));
};

const ORDER: readonly VmEffect[] = [
  'needsRestart',
  'unknown',
  'migrates',
  'live',
  'nextStart',
  'atOnce',
];

const rank = (effect: VmEffect): number => ORDER.indexOf(effect);

const effectOf = (graph: NetworkGraph, { ref, inverse }: Step): VmEffect | undefined => {
  const key = `${ref.namespace}/${ref.name}`;
  const vm = graph.vms.get(key);
  switch (inverse.type) {
    case 'detachNic':
      return vm === undefined ? 'unknown' : vmEffect(vm);
    case 'moveNic':
      return vm === undefined ? 'unknown' : moveEffect(vm);
    case 'attachNic': {
      const vnic = graph.vnics.get(`${key}/${inverse.nic}`);
      return vnic === undefined ? 'unknown' : detachEffect(vnic);
    }
    default:
      return undefined;
  }
};
