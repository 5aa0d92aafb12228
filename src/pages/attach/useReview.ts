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
import { editStep } from '../../plan/editStep';
import type { Guard, Plan } from '../../plan/model';
import { planAttach } from '../../plan/planAttach';

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

/** Objects as a person typed them, by step id. */
export type Edits = ReadonlyMap<string, KubeObject>;

const withEdits = (graph: NetworkGraph, intent: AttachIntent, plan: Plan, edits: Edits) => {
  const refused = new Map<string, readonly Guard[]>();
  const steps = plan.steps.map((step) => {
    const body = edits.get(step.id);
    if (body === undefined) return step;
    const edited = editStep(graph, plan.jobId, step, body, intent.labelNodes);
    if (edited.ok) return edited.step;
    refused.set(step.id, edited.guards);
    return step;
  });
  return { plan: { ...plan, steps }, refused };
};

export const useReview = (
  cluster: ReviewedCluster,
  intent: AttachIntent | undefined,
  edits: Edits,
  isOpen: boolean,
): Review => {
  const [review, setReview] = useState<Review>({ state: 'preparing' });
  const key = JSON.stringify(intent);
  const latest = useRef({ cluster, intent, edits });
  latest.current = { cluster, intent, edits };
  useEffect(() => {
    const { intent: asked, edits: typed } = latest.current;
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
        const { plan, refused } = withEdits(
          on.graph,
          asked,
          planAttach(on.graph, asked, vms),
          typed,
        );
        show({ state: 'ready', on, plan, refused });
        const results = await dryRunPlan(plan, consoleApi);
        show({
          state: 'ready',
          on,
          plan,
          refused,
          dryRun: new Map(results.map((result) => [result.stepId, result])),
        });
      })
      .catch((thrown: unknown) => show({ state: 'unreadable', failure: toFailure(thrown) }));
    return () => {
      current = false;
    };
  }, [key, edits, isOpen]);
  return review;
};
