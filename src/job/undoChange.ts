/**
 * Takes a change of an existing object back: plugs a NIC in again, gives a NIC or a policy back what
 * it had, makes a deleted object again. Each looks first whether the object still is as the job
 * left it; what somebody else has changed since is left alone and said so.
 */
import { recordOf } from '../cluster/json';
import { jsonEqual } from '../cluster/jsonEqual';
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import { migrationKey } from '../plan/migrationKey';
import type { Inverse, ObjectRef, PatchOperation, Wait } from '../plan/model';
import { moveNicPatch, networkNameOfNic, nicEntries, plugBackPatch } from '../plan/nicChangePatch';
import { isSameSpec, retouchedState } from '../plan/retouchedState';
import type { WaitProgress } from '../plan/progress';
import { awaitProgress } from './awaitProgress';
import { policyEnded } from './policyEnded';
import type { UndoContext } from './undoContext';

export type ChangeInverse = Inverse & {
  readonly type: 'attachNic' | 'moveNic' | 'restoreSpec' | 'recreate' | 'none';
};

const DONE: WaitProgress = { state: 'done', nodes: [] };

/** `current` is undefined where the object is gone. Throws what the API throws. */
export const undoChange = async (
  inverse: ChangeInverse,
  current: KubeObject | undefined,
  context: UndoContext,
): Promise<WaitProgress> => {
  switch (inverse.type) {
    case 'none':
      return DONE;
    case 'attachNic':
      return current === undefined ? DONE : attachAgain(inverse, current, context);
    case 'moveNic':
      return current === undefined ? DONE : moveBack(inverse, current, context);
    case 'restoreSpec':
      return current === undefined ? gone(inverse.ref) : restoreSpec(inverse, current, context);
    case 'recreate':
      return recreate(inverse, current, context);
  }
};

const failed = (detail: WaitProgress['detail']): WaitProgress => ({
  state: 'failed',
  ...(detail === undefined ? {} : { detail }),
  nodes: [],
});

const gone = ({ kind, name }: ObjectRef): WaitProgress =>
  failed(
    text('{{kind}} {{name}} is gone, so it cannot be given back what it had.', { kind, name }),
  );

const changed = ({ kind, name }: ObjectRef): WaitProgress =>
  failed(
    text('{{kind}} {{name}} was changed by somebody else since this job; it is left alone.', {
      kind,
      name,
    }),
  );

/** Sends the patch, if there is anything to send, and waits for what it brings about. */
const patchAndWait = async (
  ref: ObjectRef,
  operations: readonly PatchOperation[],
  wait: Wait,
  context: UndoContext,
): Promise<WaitProgress> => {
  const answer =
    operations.length === 0
      ? undefined
      : await context.api.patch(ref, operations, { dryRun: false });
  return waitFor(answer, wait, context);
};

const waitFor = (
  answer: KubeObject | undefined,
  wait: Wait,
  { source, signal, report }: UndoContext,
): Promise<WaitProgress> => {
  const generation = Number(answer?.metadata?.generation ?? 0);
  return awaitProgress(wait, generation, source, signal, report);
};

const attachAgain = async (
  inverse: Inverse & { readonly type: 'attachNic' },
  current: KubeObject,
  context: UndoContext,
): Promise<WaitProgress> => {
  const entries = nicEntries(current, inverse.nic);
  const isLeaving = entries?.vmInterface.state === 'absent';
  if (entries !== undefined && !isLeaving) {
    const isSame = jsonEqual(recordOf(inverse.network).multus, entries.network.multus);
    return isSame ? waitFor(current, inverse.wait, context) : changed(inverse.ref);
  }
  if (isLeaving) {
    // An unplug under way cannot be called off: let KubeVirt take the entries out first.
    const vm = `${inverse.ref.namespace}/${inverse.ref.name}`;
    const left = await waitFor(
      current,
      { type: 'nicDetached', vm, nic: inverse.nic, timeoutSeconds: LEAVING_SECONDS },
      context,
    );
    if (left.state !== 'done') return left;
    const fresh = await context.api.get(inverse.ref);
    const again = plugBackPatch(fresh, inverse.vmInterface, inverse.network);
    return patchAndWait(inverse.ref, again, inverse.wait, context);
  }
  const operations = plugBackPatch(current, inverse.vmInterface, inverse.network);
  return patchAndWait(inverse.ref, operations, inverse.wait, context);
};

const LEAVING_SECONDS = 300;

const moveBack = async (
  inverse: Inverse & { readonly type: 'moveNic' },
  current: KubeObject,
  context: UndoContext,
): Promise<WaitProgress> => {
  const { ref, nic, before, written, wait } = inverse;
  const present = networkNameOfNic(current, nic);
  if (present === before || present === undefined) {
    return present === undefined ? DONE : waitFor(current, wait, context);
  }
  if (present !== written) return changed(ref);
  const vm = context.source.current().vms.get(`${ref.namespace}/${ref.name}`);
  const armed = wait.type === 'nicMoved' ? { ...wait, migrationBefore: migrationKey(vm) } : wait;
  return patchAndWait(ref, moveNicPatch(current, nic, before), armed, context);
};

const restoreSpec = async (
  inverse: Inverse & { readonly type: 'restoreSpec' },
  current: KubeObject,
  context: UndoContext,
): Promise<WaitProgress> => {
  const { ref, before, written, wait } = inverse;
  const isBack = isSameSpec(current.spec, before);
  if (!isBack && !isSameSpec(current.spec, written)) return changed(ref);
  const ended = await policyEnded(wait, current, context);
  if (context.signal.aborted || (isBack && ended.state === 'done')) return ended;
  const spec = isBack ? retouched(current.spec) : before;
  const operations: readonly PatchOperation[] = [
    { op: 'test', path: '/metadata/uid', value: current.metadata?.uid },
    { op: 'test', path: '/spec', value: current.spec },
    { op: 'replace', path: '/spec', value: spec },
  ];
  return patchAndWait(ref, operations, wait, context);
};

const retouched = (spec: unknown): unknown => ({
  ...recordOf(spec),
  desiredState: retouchedState(recordOf(recordOf(spec).desiredState)),
});

const recreate = async (
  inverse: Inverse & { readonly type: 'recreate' },
  current: KubeObject | undefined,
  context: UndoContext,
): Promise<WaitProgress> => {
  if (current !== undefined) {
    return jsonEqual(current.spec, inverse.body.spec)
      ? waitFor(current, inverse.wait, context)
      : changed(inverse.ref);
  }
  const answer = await context.api.create(inverse.body, { dryRun: false });
  return waitFor(answer, inverse.wait, context);
};
