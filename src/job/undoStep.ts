/**
 * Takes one step back: deletes what the job created, unconfigures nodes before their policy goes
 * (deleting an NNCP undoes nothing, domain reference B.7), unplugs a NIC the way KubeVirt asks
 * for. Touches only objects that still are the ones the job wrote.
 */
import { recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import { labelPath } from '../plan/labelOperation';
import { JOB_LABEL } from '../plan/model';
import type { Inverse, ObjectRef, PatchOperation, Step } from '../plan/model';
import { networkNameOfNic } from '../plan/nicChangePatch';
import { isSameSpec, retouchedState } from '../plan/retouchedState';
import { detachNicPatch } from '../plan/vmPatch';
import type { WaitProgress } from '../plan/progress';
import { toFailure } from './api';
import type { Api } from './api';
import { awaitProgress } from './awaitProgress';
import { patchBack } from './patchBack';
import type { StepState } from './jobState';
import { policyEnded } from './policyEnded';
import { undoChange } from './undoChange';
import type { UndoContext } from './undoContext';

const DONE: WaitProgress = { state: 'done', nodes: [] };

/** Throws what the API throws; an object that is gone already counts as taken back. */
export const undoStep = async (
  step: Step,
  state: StepState,
  context: UndoContext,
): Promise<WaitProgress> => {
  const current = await getOrGone(step.ref, context.api);
  switch (step.inverse.type) {
    case 'recreate':
      return makeAgain(step, step.inverse, current, context);
    case 'attachNic':
    case 'moveNic':
    case 'restoreSpec':
    case 'none':
      return undoChange(step.inverse, current, context);
  }
  if (current === undefined) return DONE;
  switch (step.inverse.type) {
    case 'delete':
      return removeAndWait(step.inverse, current, state, context);
    case 'removeLabel':
      return removeLabel(step.inverse, current, context);
    case 'unconfigure':
      return unconfigure(step, step.inverse, current, state, context);
    case 'detachNic':
      return detach(step, step.inverse, current, context);
    case 'patchBack':
      return patchBack(step.inverse, context);
  }
};

/** What still waits for its finalizers goes for certain: it is made again once it has gone. */
const makeAgain = async (
  step: Step,
  inverse: Inverse & { readonly type: 'recreate' },
  current: KubeObject | undefined,
  context: UndoContext,
): Promise<WaitProgress> => {
  if (current?.metadata?.deletionTimestamp === undefined) {
    return undoChange(inverse, current, context);
  }
  const { source, signal, report } = context;
  const left = await awaitProgress(step.wait, 0, source, signal, report);
  return left.state === 'done' ? undoChange(inverse, undefined, context) : left;
};

const getOrGone = async (ref: ObjectRef, api: Api): Promise<KubeObject | undefined> => {
  try {
    return await api.get(ref);
  } catch (thrown) {
    if (toFailure(thrown).code === 404) return undefined;
    throw thrown;
  }
};

const isOwn = (object: KubeObject, state: StepState, jobId: string): boolean => {
  const { labels, uid } = object.metadata ?? {};
  const job =
    typeof labels === 'object' && labels !== null
      ? (labels as Readonly<Record<string, unknown>>)[JOB_LABEL]
      : undefined;
  return job === jobId && (state.uid === '' || uid === state.uid);
};

const uidOf = (object: KubeObject): string => {
  const uid = object.metadata?.uid;
  return typeof uid === 'string' ? uid : '';
};

const foreign = (ref: ObjectRef): WaitProgress => ({
  state: 'failed',
  detail: text('{{kind}} {{name}} is no longer the object that this job made; it is left alone.', {
    kind: ref.kind,
    name: ref.name,
  }),
  nodes: [],
});

const removeOwn = async (
  ref: ObjectRef,
  current: KubeObject,
  state: StepState,
  context: UndoContext,
): Promise<WaitProgress> => {
  if (!isOwn(current, state, context.jobId)) return foreign(ref);
  try {
    await context.api.remove(ref, uidOf(current));
  } catch (thrown) {
    if (toFailure(thrown).code !== 404) throw thrown;
  }
  return DONE;
};

const removeAndWait = async (
  inverse: Inverse & { readonly type: 'delete' },
  current: KubeObject,
  state: StepState,
  context: UndoContext,
): Promise<WaitProgress> => {
  const deleted = await removeOwn(inverse.ref, current, state, context);
  if (deleted.state !== 'done') return deleted;
  return awaitProgress(inverse.wait, 0, context.source, context.signal, context.report);
};

/** Leaves the label alone once somebody has given it another value. */
const removeLabel = async (
  inverse: Inverse & { readonly type: 'removeLabel' },
  current: KubeObject,
  context: UndoContext,
): Promise<WaitProgress> => {
  const labels = recordOf(current.metadata?.labels);
  if (labels[inverse.label] !== inverse.value) return DONE;
  const path = labelPath(inverse.label);
  await context.api.patch(
    inverse.ref,
    [
      { op: 'test', path, value: inverse.value },
      { op: 'remove', path },
    ],
    { dryRun: false },
  );
  return awaitProgress(inverse.wait, 0, context.source, context.signal, context.report);
};

/** Somebody put more into a policy of ours, or gave our NIC another network: theirs now. */
const changed = (ref: ObjectRef): WaitProgress => ({
  state: 'failed',
  detail: text('{{kind}} {{name}} was changed by somebody else since this job; it is left alone.', {
    kind: ref.kind,
    name: ref.name,
  }),
  nodes: [],
});

const isStateOf = (present: unknown, document: unknown): boolean =>
  isSameSpec({ desiredState: present }, { desiredState: document });

const unconfigure = async (
  step: Step,
  inverse: Inverse & { readonly type: 'unconfigure' },
  current: KubeObject,
  state: StepState,
  context: UndoContext,
): Promise<WaitProgress> => {
  if (!isOwn(current, state, context.jobId)) return foreign(inverse.ref);
  const present = recordOf(current.spec).desiredState;
  const written =
    step.write.type === 'create' ? recordOf(step.write.body.spec).desiredState : undefined;
  if (!isStateOf(present, written) && !isStateOf(present, inverse.desiredState)) {
    return changed(inverse.ref);
  }
  const removed = await applyRemoval(inverse, current, context);
  if (removed.state !== 'done') return removed;
  const deleted = await removeOwn(inverse.ref, current, state, context);
  if (deleted.state !== 'done') return deleted;
  const gone = {
    type: 'policyGone',
    policy: inverse.ref.name,
    timeoutSeconds: GONE_SECONDS,
  } as const;
  return awaitProgress(gone, 0, context.source, context.signal, context.report);
};

/** Handlers notice a deleted policy at once; a node that is away may take its enactment along. */
const GONE_SECONDS = 120;

/**
 * Brings the removal to the nodes, on a second try also to those that used up their tries of the
 * first one (A.2): they take a policy up again only when its spec changes.
 */
const applyRemoval = async (
  inverse: Inverse & { readonly type: 'unconfigure' },
  current: KubeObject,
  context: UndoContext,
): Promise<WaitProgress> => {
  const present = recordOf(current.spec).desiredState;
  const isRemoval = isStateOf(present, inverse.desiredState);
  const ended = await policyEnded(inverse.wait, current, context);
  if (context.signal.aborted || (isRemoval && ended.state === 'done')) return ended;
  const operations: readonly PatchOperation[] = [
    { op: 'test', path: '/metadata/uid', value: current.metadata?.uid },
    { op: 'test', path: '/spec/desiredState', value: present },
    {
      op: 'replace',
      path: '/spec/desiredState',
      value: isRemoval ? retouchedState(recordOf(present)) : inverse.desiredState,
    },
  ];
  const answer = await context.api.patch(inverse.ref, operations, { dryRun: false });
  const generation = Number(answer.metadata?.generation ?? 0);
  return awaitProgress(inverse.wait, generation, context.source, context.signal, context.report);
};

const detach = async (
  step: Step,
  inverse: Inverse & { readonly type: 'detachNic' },
  current: KubeObject,
  context: UndoContext,
): Promise<WaitProgress> => {
  const operations = detachNicPatch(current, inverse.nic);
  if (operations === undefined) return DONE;
  const written =
    step.write.type === 'patch' ? networkNameOfNic(step.write.after, inverse.nic) : undefined;
  if (networkNameOfNic(current, inverse.nic) !== written) return changed(inverse.ref);
  const answer = await context.api.patch(inverse.ref, operations, { dryRun: false });
  const generation = Number(answer.metadata?.generation ?? 0);
  return awaitProgress(inverse.wait, generation, context.source, context.signal, context.report);
};
