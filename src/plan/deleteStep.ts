/** The step that deletes one object, and makes it again as it was when it is taken back. */
import { recordOf, textOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { Text } from '../cluster/text';
import { stepId } from './model';
import type { ObjectRef, Step, Wait } from './model';

export interface DeletePlan {
  readonly ref: ObjectRef;
  /** As the API serves it now. */
  readonly object: KubeObject;
  readonly purpose: Text;
  /** Until it is gone. */
  readonly gone: Wait;
  /** Until it is back, when it is made again. */
  readonly back: Wait;
  /** As it shall be made again, where that is not as it is deleted. */
  readonly restored?: KubeObject;
}

export const deleteStep = (plan: DeletePlan): Step => ({
  id: `${stepId(plan.ref)}#delete`,
  ref: plan.ref,
  purpose: plan.purpose,
  write: {
    type: 'delete',
    uid: textOf(plan.object.metadata?.uid),
    before: forCreation(plan.object),
  },
  wait: plan.gone,
  inverse: {
    type: 'recreate',
    ref: plan.ref,
    body: forCreation(plan.restored ?? plan.object),
    wait: plan.back,
  },
  nodes: [],
});

/** Annotations that controllers write; they come again by themselves. */
const OTHERS_ANNOTATION = /^(k8s\.ovn\.org\/|nmstate\.io\/|kubectl\.kubernetes\.io\/last-applied)/;

/** What a person would write to make the object: nothing that the server or a controller adds. */
const forCreation = ({ apiVersion, kind, metadata, spec }: KubeObject): KubeObject => {
  const { name, namespace, labels, annotations } = recordOf(metadata);
  const kept = Object.entries(recordOf(annotations)).filter(
    ([key]) => !OTHERS_ANNOTATION.test(key),
  );
  return {
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(kind === undefined ? {} : { kind }),
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels === undefined ? {} : { labels }),
      ...(kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) }),
    },
    spec,
  };
};
