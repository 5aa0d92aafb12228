/** VMs among objects that were read by step id, by `namespace/name` as the planner asks for them. */
import { textOf } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import type { VmObjects } from '../../plan/vmSteps';

export const vmObjectsOf = (objects: ReadonlyMap<string, KubeObject>): VmObjects =>
  new Map(
    [...objects.values()].map((object) => [
      `${textOf(object.metadata?.namespace)}/${textOf(object.metadata?.name)}`,
      object,
    ]),
  );
