/** A clone as its review makes it: guards asked, and every object that it is about read from the cluster. */
import type { KubeObject } from '../../cluster/kubeObject';
import { checkClone } from '../../plan/clone/checkClone';
import { cloneSource } from '../../plan/clone/cloneSource';
import type { CloneSource } from '../../plan/clone/cloneSource';
import { clonedRefs, planClone } from '../../plan/clone/planClone';
import type { CloneIntent } from '../../plan/clone/planClone';
import { stepId } from '../../plan/model';
import type { ObjectRef, Plan } from '../../plan/model';
import type { LiveCluster } from '../testing';

/**
 * @param id of a network or NAD
 * @throws for what is not cloned, and for an intent that a guard blocks
 */
export const cloneOnCluster = async (
  { api, source: live }: LiveCluster,
  id: string,
  intentOf: (source: CloneSource) => CloneIntent,
): Promise<Plan> => {
  const graph = live.current();
  const source = cloneSource(graph, id);
  if (source === undefined) throw new Error(`${id} is not cloned`);
  const intent = intentOf(source);
  const blocks = checkClone(graph, source, intent).filter(({ level }) => level === 'block');
  if (blocks.length > 0) throw new Error(`Blocked: ${JSON.stringify(blocks)}`);
  const vmRefs = intent.nics.map(({ namespace, name }): ObjectRef => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    namespace,
    name,
  }));
  const objects = new Map<string, KubeObject>();
  const vms = new Map<string, KubeObject>();
  for (const ref of [...clonedRefs(source, intent.projects), ...vmRefs]) {
    const object = await api.get(ref);
    objects.set(stepId(ref), object);
    vms.set(`${ref.namespace}/${ref.name}`, object);
  }
  return planClone(graph, source, intent, objects, vms);
};
