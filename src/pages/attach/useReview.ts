/**
 * Prepares the review: reads the chosen VMs as they are now, makes the plan on them, and has the
 * API server try every step without storing anything. Runs again when the intent changes; an
 * answer that arrives late belongs to an older intent and is dropped.
 */
import { useEffect, useRef, useState } from 'react';
import type { KubeObject } from '../../cluster/kubeObject';
import { toFailure } from '../../job/api';
import type { ApiFailure } from '../../job/api';
import { consoleApi } from '../../job/consoleApi';
import { dryRunPlan } from '../../job/dryRunPlan';
import type { DryRunResult } from '../../job/dryRunPlan';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { AttachIntent } from '../../plan/attachIntent';
import { canaryChoices } from '../../plan/canary/canaryChoices';
import { withCanary } from '../../plan/canary/withCanary';
import { editPlan } from '../../plan/editPlan';
import type { Edits } from '../../plan/editPlan';
import type { Guard, Plan } from '../../plan/model';
import { planAttach } from '../../plan/planAttach';
import { canaryOf } from './canaryOf';
import type { CanaryChoice } from './canaryOf';

export interface ReviewedCluster {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
}

export type Review =
  | { readonly state: 'preparing' }
  | { readonly state: 'unreadable'; readonly failure: ApiFailure }
  | {
      readonly state: 'ready';
      /** With the edits that stand; those that do not are in `refused`. */
      readonly plan: Plan;
      /** The cluster the plan was made on; a plan under review does not change by itself. */
      readonly on: ReviewedCluster;
      /** By step id: why what was typed cannot be written. */
      readonly refused: ReadonlyMap<string, readonly Guard[]>;
      /** Nodes on which it can be tried first; empty where it changes no interface of several. */
      readonly canaries: readonly string[];
      /** The one that gets it first; undefined for all in turn. */
      readonly canary: string | undefined;
      /** By step id; undefined while the server is still trying. */
      readonly dryRun?: ReadonlyMap<string, DryRunResult> | undefined;
    };

const readVms = async (intent: AttachIntent): Promise<ReadonlyMap<string, KubeObject>> => {
  const entries = await Promise.all(
    intent.vms.map(async (vm): Promise<readonly [string, KubeObject]> => {
      const ref = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', ...vm };
      return [`${vm.namespace}/${vm.name}`, await consoleApi.get(ref)];
    }),
  );
  return new Map(entries);
};

const preparedPlan = (
  { graph }: ReviewedCluster,
  { asked, typed, first }: { asked: AttachIntent; typed: Edits; first: CanaryChoice },
  vms: ReadonlyMap<string, KubeObject>,
) => {
  const plan = planAttach(graph, asked, vms);
  const canaries = canaryChoices(graph, plan);
  const canary = canaryOf(canaries, first);
  const staged = canary === undefined ? plan : withCanary(graph, plan, canary);
  return { ...editPlan(graph, staged, typed, asked.labelNodes), canaries, canary };
};

export const useReview = (
  cluster: ReviewedCluster,
  intent: AttachIntent | undefined,
  edits: Edits,
  first: CanaryChoice,
  isOpen: boolean,
): Review => {
  const [review, setReview] = useState<Review>({ state: 'preparing' });
  const key = JSON.stringify(intent);
  const latest = useRef({ cluster, intent, edits, first });
  latest.current = { cluster, intent, edits, first };
  useEffect(() => {
    const { intent: asked, edits: typed, first: canary } = latest.current;
    if (!isOpen || asked === undefined) return undefined;
    const on = latest.current.cluster;
    let current = true;
    const show = (next: Review): void => {
      if (current) setReview(next);
    };
    // A plan on the screen stays there while it is tried again: what was typed into it is kept.
    setReview((before) =>
      before.state === 'ready' && typed.size > 0
        ? { ...before, dryRun: undefined }
        : { state: 'preparing' },
    );
    readVms(asked)
      .then(async (vms) => {
        const prepared = preparedPlan(on, { asked, typed, first: canary }, vms);
        show({ state: 'ready', on, ...prepared });
        const results = await dryRunPlan(prepared.plan, consoleApi);
        const dryRun = new Map(results.map((result) => [result.stepId, result]));
        show({ state: 'ready', on, ...prepared, dryRun });
      })
      .catch((thrown: unknown) => show({ state: 'unreadable', failure: toFailure(thrown) }));
    return () => {
      current = false;
    };
  }, [key, edits, first, isOpen]);
  return review;
};
