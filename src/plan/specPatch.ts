/**
 * Another spec for a policy that exists, and the way back: each only while the policy still is the one, and
 * has the spec, that was seen.
 */
import { recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { Inverse, ObjectRef, PatchOperation, Wait, Write } from './model';
import { untouchedSpec } from './retouchedState';

export interface SpecPatch {
  readonly write: Write & { readonly type: 'patch' };
  readonly inverse: Inverse;
}

export const specPatch = (
  ref: ObjectRef,
  before: KubeObject,
  after: KubeObject,
  wait: Wait,
): SpecPatch => ({
  write: {
    type: 'patch',
    operations: [
      { op: 'test', path: '/metadata/uid', value: before.metadata?.uid },
      { op: 'test', path: '/spec', value: before.spec },
      { op: 'replace', path: '/spec', value: after.spec },
    ],
    before,
    after,
  },
  inverse: { type: 'restoreSpec', ref, written: after.spec, before: before.spec, wait },
});

/**
 * The same for a policy that an earlier step of the plan has written: a retry of that one may have touched it
 * up with a change that means nothing (`retouchedState`), which must not stop this one.
 */
export const nextSpecPatch = (
  ref: ObjectRef,
  before: KubeObject,
  after: KubeObject,
  wait: Wait,
): SpecPatch => {
  const { write, inverse } = specPatch(ref, before, after, wait);
  const { desiredState, ...others } = untouchedSpec(before.spec);
  return {
    inverse,
    write: {
      ...write,
      operations: [
        { op: 'test', path: '/metadata/uid', value: before.metadata?.uid },
        ...testsOf('/spec', others),
        ...testsOf('/spec/desiredState', recordOf(desiredState)),
        { op: 'replace', path: '/spec', value: after.spec },
      ],
    },
  };
};

const testsOf = (at: string, values: KubeObject): readonly PatchOperation[] =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({
      op: 'test',
      path: `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      value,
    }));
