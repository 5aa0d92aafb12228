/**
 * Which steps of a plan may run side by side. VMs next to each other do not depend on one another:
 * one that fails must neither stop nor hide the others. Everything else goes one by one, since each
 * step builds on the one before it (domain reference D.0, write order).
 */
import type { Step } from '../plan/model';

/** The steps in order, cut into runs of steps that are independent of each other. */
export const stepBatches = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const batches: Step[][] = [];
  let vms: Set<string> | undefined;
  for (const step of steps) {
    const vm = step.ref.kind === 'VirtualMachine' ? vmKey(step) : undefined;
    const last = batches.at(-1);
    if (vm === undefined || vms === undefined || last === undefined || vms.has(vm)) {
      batches.push([step]);
      vms = vm === undefined ? undefined : new Set([vm]);
    } else {
      last.push(step);
      vms.add(vm);
    }
  }
  return batches;
};

const vmKey = ({ ref }: Step): string => `${ref.namespace}/${ref.name}`;
