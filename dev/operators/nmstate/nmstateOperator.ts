/**
 * The kubernetes-nmstate handlers of all nodes in one: policies become enactments and node state.
 * A policy is worked on when its generation is new, when a node's labels change (which applies all
 * policies of that node again) and when a node becomes Ready. Deleting a policy deletes its
 * enactments and leaves the nodes as they are.
 * Source: kubernetes-nmstate controllers/handler/nodenetworkconfigurationpolicy_controller.go.
 */
import { jsonEqual } from '../jsonEqual';
import { matchesLabels } from '../labels';
import { isReady } from '../nodeFacts';
import type { Enactment, NodeObject, Policy } from '../nmstateTypes';
import type { OperatorContext } from '../operatorContext';
import { createQueue, inBackground } from '../operatorContext';
import { ENACTMENTS } from '../resources';
import type { WorkQueue } from '../workQueue';
import { applyOnNode } from './applyOnNode';
import type { Progress } from './enactmentProgress';
import { hasExhaustedTries, progressOf } from './enactmentProgress';
import { KeyedLock } from './KeyedLock';
import { maxUnavailable } from './maxUnavailable';
import { PolicyRun } from './PolicyRun';
import { enactmentName } from './writeEnactment';
import { resetPolicyStatus, writePolicyStatus } from './writePolicyStatus';

const FINAL: ReadonlySet<Progress> = new Set(['available', 'failed', 'aborted']);

const policyLabel = (enactment: Enactment) => enactment.metadata.labels?.['nmstate.io/policy'];
const nodeLabel = (enactment: Enactment) => enactment.metadata.labels?.['nmstate.io/node'] ?? '';

class NmstateOperator {
  readonly queue: WorkQueue;
  private readonly runs = new Map<string, PolicyRun>();
  private readonly locks = new KeyedLock();
  /** Nodes whose labels changed, by policy: they apply once more although they are done. */
  private readonly again = new Map<string, Set<string>>();
  /** Nodes with an apply under way, by policy. */
  private readonly atWork = new Map<string, Set<string>>();
  /** Uids of enactments that were removed and that the local copy may still show. */
  private readonly removed = new Set<string>();

  constructor(private readonly context: OperatorContext) {
    this.queue = createQueue(context, 'nmstate', (name) => this.reconcile(name));
    const { policies, enactments, nodes } = context.informers;
    policies.onChange(({ before, after }) =>
      this.queue.add((after ?? before)?.metadata.name ?? ''),
    );
    enactments.onChange(({ before, after }) => {
      const found = after ?? before;
      if (!after) this.removed.delete(before?.metadata.uid ?? '');
      const policy = found && policyLabel(found);
      if (policy !== undefined) this.queue.add(policy);
    });
    nodes.onChange(({ before, after }) => this.nodeChanged(before, after));
  }

  private nodeChanged(before: NodeObject | undefined, after: NodeObject | undefined): void {
    const sameLabels = jsonEqual(before?.metadata.labels, after?.metadata.labels);
    const sameReadiness = (before && isReady(before)) === (after && isReady(after));
    if (before && after && sameLabels && sameReadiness) return;
    for (const policy of this.context.informers.policies.list()) {
      const { name } = policy.metadata;
      const matches = after && matchesLabels(policy.spec?.nodeSelector, after.metadata.labels);
      if (before && matches && !sameLabels) {
        const nodes = this.again.get(name) ?? new Set();
        this.again.set(name, nodes.add(after.metadata.name));
      }
      this.queue.add(name);
    }
  }

  private async reconcile(name: string): Promise<void> {
    const policy = this.context.informers.policies.get(undefined, name);
    if (!policy || policy.metadata.deletionTimestamp !== undefined) {
      this.runs.get(name)?.cancel();
      this.runs.delete(name);
      this.again.delete(name);
      await this.removeEnactments(name, new Set());
      return;
    }
    const matching = this.context.informers.nodes
      .list()
      .filter((node) => matchesLabels(policy.spec?.nodeSelector, node.metadata.labels))
      .sort((left, right) => (left.metadata.name < right.metadata.name ? -1 : 1));
    await this.removeEnactments(name, new Set(matching.map((node) => node.metadata.name)));
    const run = await this.runOf(policy, matching.length);
    this.startNodes(policy, run, matching);
    await this.writeStatus(policy, run, matching);
  }

  private async removeEnactments(policy: string, keep: ReadonlySet<string>): Promise<void> {
    for (const enactment of this.context.informers.enactments.list()) {
      if (policyLabel(enactment) !== policy || keep.has(nodeLabel(enactment))) continue;
      this.runs.get(policy)?.finished.delete(nodeLabel(enactment));
      this.removed.add(enactment.metadata.uid ?? '');
      await this.context.client.remove(ENACTMENTS, { name: enactment.metadata.name });
    }
  }

  /** The roll-out of the policy's present generation; an older one is cancelled. */
  private async runOf(policy: Policy, matching: number): Promise<PolicyRun> {
    const { name, uid = '', generation = 1 } = policy.metadata;
    const limit = maxUnavailable(policy.spec?.maxUnavailable, matching);
    const known = this.runs.get(name);
    if (known?.uid === uid && known.generation === generation) {
      known.limit = limit;
      return known;
    }
    known?.cancel();
    const run = new PolicyRun(uid, generation, limit);
    this.runs.set(name, run);
    // Deleted and made again before anybody looked: the enactments are of a policy that is gone.
    if (known !== undefined && known.uid !== uid) await this.removeEnactments(name, new Set());
    const isFresh = !this.context.informers.enactments
      .list()
      .some((entry) => policyLabel(entry) === name && progressOf(entry, generation) !== 'none');
    if (isFresh) await resetPolicyStatus(this.context.client, name, generation);
    return run;
  }

  private startNodes(policy: Policy, run: PolicyRun, matching: readonly NodeObject[]): void {
    const { name, generation = 1 } = policy.metadata;
    const again = this.again.get(name);
    this.again.delete(name);
    for (const node of matching) {
      const nodeName = node.metadata.name;
      if (!isReady(node) || this.isAtWork(name, nodeName)) continue;
      const enactment = this.enactmentOf(nodeName, name);
      const progress = progressOf(enactment, generation);
      if (FINAL.has(progress)) run.finished.add(nodeName);
      const repeat = again?.has(nodeName) === true && !hasExhaustedTries(enactment, generation);
      if (run.finished.has(nodeName) && !repeat) continue;
      this.start(policy, node, run);
    }
  }

  private isAtWork(policy: string, node: string): boolean {
    return this.atWork.get(policy)?.has(node) === true;
  }

  private start(policy: Policy, node: NodeObject, run: PolicyRun): void {
    const { name } = policy.metadata;
    const nodeName = node.metadata.name;
    const nodes = this.atWork.get(name) ?? new Set<string>();
    this.atWork.set(name, nodes.add(nodeName));
    const task = { context: this.context, policy, node, run, locks: this.locks };
    const work = applyOnNode(task).finally(() => {
      nodes.delete(nodeName);
      run.finished.add(nodeName);
      this.queue.add(name);
    });
    inBackground(this.context, `applying ${name} on ${nodeName}`, work);
  }

  private enactmentOf(node: string, policy: string): Enactment | undefined {
    const name = enactmentName(node, policy);
    const found = this.context.informers.enactments.get(undefined, name);
    return found && this.removed.has(found.metadata.uid ?? '') ? undefined : found;
  }

  private async writeStatus(
    policy: Policy,
    run: PolicyRun,
    matching: readonly NodeObject[],
  ): Promise<void> {
    const { name, generation = 1 } = policy.metadata;
    const ready = matching.filter(isReady);
    const progress = ready.map((node) =>
      progressOf(this.enactmentOf(node.metadata.name, name), generation),
    );
    const count = (wanted: string) => progress.filter((entry) => entry === wanted).length;
    await writePolicyStatus(this.context.client, name, generation, {
      matching: matching.length,
      notReady: matching.length - ready.length,
      available: count('available'),
      failed: count('failed'),
      aborted: count('aborted'),
      pending: count('pending'),
      atWork: run.nodesAtWork,
    });
  }
}

/** Starts following policies, enactments and nodes; the returned queue is drained on stop. */
export function startNmstateOperator(context: OperatorContext): WorkQueue {
  return new NmstateOperator(context).queue;
}
