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
import type { NetworkGraph } from '../../network/networkGraph';
import type { AttachIntent } from '../../plan/attachIntent';
import type { Plan } from '../../plan/model';
import { planAttach } from '../../plan/planAttach';

export type Review =
  | { readonly state: 'preparing' }
  | { readonly state: 'unreadable'; readonly failure: ApiFailure }
  | {
      readonly state: 'ready';
      readonly plan: Plan;
      /** By step id; undefined while the server is still trying. */
      readonly dryRun?: ReadonlyMap<string, DryRunResult>;
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

/** `graph` is the one at the moment of review: a plan under review does not change by itself. */
export const useReview = (graph: NetworkGraph, intent: AttachIntent, isOpen: boolean): Review => {
  const [review, setReview] = useState<Review>({ state: 'preparing' });
  const key = JSON.stringify(intent);
  const latest = useRef({ graph, intent });
  latest.current = { graph, intent };
  useEffect(() => {
    if (!isOpen) return undefined;
    let current = true;
    const show = (next: Review): void => {
      if (current) setReview(next);
    };
    show({ state: 'preparing' });
    const reviewed = latest.current;
    readVms(reviewed.intent)
      .then(async (vms) => {
        const plan = planAttach(reviewed.graph, reviewed.intent, vms);
        show({ state: 'ready', plan });
        const results = await dryRunPlan(plan, consoleApi);
        show({
          state: 'ready',
          plan,
          dryRun: new Map(results.map((result) => [result.stepId, result])),
        });
      })
      .catch((thrown: unknown) => show({ state: 'unreadable', failure: toFailure(thrown) }));
    return () => {
      current = false;
    };
  }, [key, isOpen]);
  return review;
};
