/**
 * Applies one policy generation on one node: waits for a slot, tries up to five times, writes every
 * stage to the enactment and the result to the NodeNetworkState. A failed try leaves the node as it
 * was. Source: kubernetes-nmstate controllers/handler/nodenetworkconfigurationpolicy_controller.go.
 */
import { timestamp } from '../clock';
import { FAIL_APPLY, neighborsOf } from '../nodeFacts';
import type { DesiredState, NodeNetworkState, NodeObject, Policy } from '../nmstateTypes';
import type { OperatorContext } from '../operatorContext';
import { recordEvent } from '../recordEvent';
import { NODE_STATES } from '../resources';
import { sleep } from '../sleep';
import { updateNodeState } from '../updateNodeState';
import type { Surroundings } from './applyDesiredState';
import { applyDesiredState } from './applyDesiredState';
import { failureMessage, MAX_TRIES } from './enactmentConditions';
import type { KeyedLock } from './KeyedLock';
import type { PolicyRun } from './PolicyRun';
import { renderDesiredState } from './renderDesiredState';
import { enactmentName, writeEnactment } from './writeEnactment';

export interface NodeTask {
  context: OperatorContext;
  policy: Policy;
  node: NodeObject;
  run: PolicyRun;
  locks: KeyedLock;
}

type Attempt =
  | { outcome: 'applied'; desiredState: DesiredState; surroundings: Surroundings }
  | { outcome: 'failed'; message: string; final?: boolean };

export async function applyOnNode(task: NodeTask): Promise<void> {
  const { context, policy, node, run } = task;
  const name = node.metadata.name;
  const write = (update: Parameters<typeof writeEnactment>[3]) =>
    run.isCancelled ? Promise.resolve() : writeEnactment(context.client, policy, node, update);

  if (!run.tryEnter(name)) {
    const permission = run.enter(name);
    if (!run.isAborted) await write({ stage: { stage: 'pending' } });
    if ((await permission) === 'aborted') {
      const enactment = enactmentName(name, policy.metadata.name);
      await write({ stage: { stage: 'aborted', enactment } });
      return;
    }
  }
  let outcome: 'done' | 'failed' = 'failed';
  try {
    await write({ stage: { stage: 'applying' } });
    outcome = await tryToApply(task, write, () => run.leave(name, 'done'));
  } finally {
    if (run.has(name)) run.leave(name, outcome);
  }
}

type Write = (update: Parameters<typeof writeEnactment>[3]) => Promise<void>;

async function tryToApply(
  task: NodeTask,
  write: Write,
  free: () => void,
): Promise<'done' | 'failed'> {
  const { context, policy, node, run, locks } = task;
  const { client, delays } = context;
  const name = node.metadata.name;
  for (let attempt = 1; ; attempt += 1) {
    const result = await locks.hold(name, async (): Promise<Attempt> => {
      await sleep(delays.nodeApply, client.signal);
      const tried = await attemptApply(task, write);
      if (tried.outcome === 'failed' || run.isCancelled) return tried;
      await write({ stage: { stage: 'done' }, rendered: { desiredState: tried.desiredState } });
      free();
      await sleep(delays.nnsRefresh, client.signal);
      await updateNodeState(client, name, (state) => {
        const again = applyDesiredState(state, tried.desiredState, tried.surroundings);
        return again.ok ? again.state : state;
      });
      return tried;
    });
    if (result.outcome === 'applied' || run.isCancelled) return 'done';
    if (result.final || attempt === MAX_TRIES) {
      await write({ stage: { stage: 'failed', message: result.message }, tries: MAX_TRIES });
      await reportFailure(context, policy, name);
      return 'failed';
    }
    await write({ stage: { stage: 'retrying', node: name, attempt }, tries: attempt });
    await sleep(delays.nodeApply, client.signal);
  }
}

/** One `nmstatectl set`, computed on the node's state as it is now. */
async function attemptApply({ context, policy, node }: NodeTask, write: Write): Promise<Attempt> {
  const { client, informers } = context;
  const name = node.metadata.name;
  const failed = (error: string): Attempt => ({
    outcome: 'failed',
    message: failureMessage(name, error, timestamp()),
  });
  const stored = await client.find<NodeNetworkState>(NODE_STATES, { name });
  const current = stored?.status?.currentState;
  if (!current) return failed(`NmstateError: PluginFailure: the state of ${name} is not known`);
  const rendered = renderDesiredState(policy, current);
  if (!rendered.ok) return { outcome: 'failed', message: rendered.error, final: true };
  const { desiredState, capturedStates } = rendered;
  const captured = Object.keys(capturedStates).length > 0 ? { capturedStates } : {};
  await write({ stage: { stage: 'applying' }, rendered: { desiredState, ...captured } });
  const fresh = informers.nodes.get(undefined, name) ?? node;
  const forced = fresh.metadata.annotations?.[FAIL_APPLY];
  if (forced !== undefined) return failed(forced);
  const surroundings = { node: name, neighbors: neighborsOf(fresh) };
  const result = applyDesiredState(current, desiredState, surroundings);
  return result.ok ? { outcome: 'applied', desiredState, surroundings } : failed(result.error);
}

function reportFailure(context: OperatorContext, policy: Policy, node: string): Promise<void> {
  const enactment = enactmentName(node, policy.metadata.name);
  return recordEvent(context.client, policy, {
    type: 'Warning',
    reason: 'ReconcileFailed',
    message: `reconciliation of enactment "${enactment}" has failed after ${MAX_TRIES} retries`,
    component: 'nmstate-handler',
  });
}
