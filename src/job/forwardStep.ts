/**
 * One step forward: write it, unless it is written already, and wait until the cluster shows that it
 * took effect. A policy that failed on nodes is written anew with a change that means nothing, for a
 * node that has used up its tries skips the same generation for good (domain reference A.2).
 */
import { recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import type { PatchOperation, Step } from '../plan/model';
import { retouchedState } from '../plan/retouchedState';
import type { WaitProgress } from '../plan/progress';
import { adoptWritten } from './adoptWritten';
import { isRefusal, toFailure } from './api';
import type { Api } from './api';
import { awaitProgress } from './awaitProgress';
import { writeStep } from './dryRunPlan';
import type { GraphSource } from './graphSource';
import { isTouched } from './jobState';
import type { StepState } from './jobState';
import { LeaseLost } from './journal';
import { writeFailure } from './writeFailure';

export interface StepContext {
  readonly api: Api;
  readonly source: GraphSource;
  readonly jobId: string;
  readonly signal: AbortSignal;
  state(): StepState;
  set(change: Partial<StepState>): void;
  readonly report: (progress: WaitProgress) => void;
  /** Resolves when the journal holds the present state; rejects when it cannot. */
  keep(): Promise<void>;
}

/** True when the step is done. Failures are in the state; only a lost lease is thrown. */
export const forwardStep = async (step: Step, context: StepContext): Promise<boolean> => {
  const isLeft = (): boolean => context.signal.aborted;
  if (!(await isOpen(step, context)) || isLeft()) return false;
  if (!(await isWritten(step, context)) || isLeft()) return false;
  context.set({ status: 'waiting' });
  const progress = await awaitProgress(
    step.wait,
    context.state().generation,
    context.source,
    context.signal,
    context.report,
  );
  if (isLeft()) return false;
  context.report(progress);
  context.set({ status: progress.state === 'done' ? 'done' : 'failed' });
  return progress.state === 'done';
};

/** What must hold before the write does; one that was sent is past its gate. */
const isOpen = async ({ gate }: Step, context: StepContext): Promise<boolean> => {
  if (gate === undefined || isTouched(context.state())) return true;
  const { source, signal, report } = context;
  const progress = await awaitProgress(gate, 0, source, signal, report);
  if (progress.state === 'done' || signal.aborted) return progress.state === 'done';
  context.report(progress);
  context.set({ status: 'failed' });
  return false;
};

const isWritten = async (step: Step, context: StepContext): Promise<boolean> => {
  const { written, isUncertain } = context.state();
  try {
    if (written) return await withFreshTries(step, context);
    const found = isUncertain ? await adoptWritten(step, context.api, context.jobId) : undefined;
    context.set(writtenState(found ?? (await write(step, context))));
    return true;
  } catch (thrown) {
    if (thrown instanceof LeaseLost) throw thrown;
    const failure = toFailure(thrown);
    const wasSent = context.state().status === 'writing';
    context.set({
      status: 'failed',
      isUncertain: context.state().isUncertain && !(wasSent && isRefusal(failure)),
      detail: writeFailure(step.ref, failure),
      raw: failure.message,
    });
    return false;
  }
};

/** Journalled as uncertain before it is sent: a tab may close before the answer comes. */
const write = async (step: Step, context: StepContext): Promise<KubeObject> => {
  const before = context.state();
  context.set({ status: 'writing', isUncertain: true, raw: '', nodes: [] });
  try {
    await context.keep();
  } catch (thrown) {
    // Nothing was sent: what the journal does not know of must not happen.
    context.set({ isUncertain: before.isUncertain });
    throw thrown;
  }
  return writeStep(step, context.api);
};

const writtenState = (answer: KubeObject): Partial<StepState> => {
  const { uid, generation } = answer.metadata ?? {};
  return {
    written: true,
    isUncertain: false,
    uid: typeof uid === 'string' ? uid : '',
    generation: typeof generation === 'number' ? generation : 0,
    detail: text('Written.'),
  };
};

/** Where nodes gave up on this generation of a policy, asks them once more by a new one. */
const withFreshTries = async (step: Step, context: StepContext): Promise<boolean> => {
  const { status, nodes, uid } = context.state();
  const gaveUp = nodes.some(({ stage }) => stage === 'failed' || stage === 'aborted');
  if (status !== 'failed' || step.wait.type !== 'policyApplied' || !gaveUp) return true;
  const current = await context.api.get(step.ref);
  const present = recordOf(current.spec).desiredState;
  const operations: readonly PatchOperation[] = [
    { op: 'test', path: '/metadata/uid', value: uid },
    { op: 'test', path: '/spec/desiredState', value: present },
    { op: 'replace', path: '/spec/desiredState', value: retouchedState(recordOf(present)) },
  ];
  context.set({ status: 'waiting', raw: '', nodes: [] });
  const answer = await context.api.patch(step.ref, operations, { dryRun: false });
  context.set({
    generation: Number(answer.metadata?.generation ?? 0),
    detail: text(
      'Asked again: nodes take up a policy on which they gave up only when it changes, so an empty list of routes came or went in it, which changes nothing.',
    ),
  });
  return true;
};
