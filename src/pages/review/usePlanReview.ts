/**
 * Prepares the review of a plan: reads the objects it is about as they are now, makes the plan on them, with
 * what a person typed into it, asks which steps the user may not write, and has the API server try the
 * others without storing anything. Runs again when what is asked for changes; an answer that arrives late
 * belongs to an older question and is dropped.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KubeObject } from '../../cluster/kubeObject';
import type { Text } from '../../cluster/text';
import type { Diagnosis } from '../../doctor/model';
import { toFailure } from '../../job/api';
import type { ApiFailure } from '../../job/api';
import { consoleApi } from '../../job/consoleApi';
import { dryRunPlan } from '../../job/dryRunPlan';
import { inParallel } from '../../job/inParallel';
import type { NetworkGraph } from '../../network/networkGraph';
import { canaryChoices } from '../../plan/canary/canaryChoices';
import { withCanary } from '../../plan/canary/withCanary';
import { editPlan } from '../../plan/editPlan';
import type { Edits } from '../../plan/editPlan';
import { stepId } from '../../plan/model';
import type { Guard, ObjectRef, Plan } from '../../plan/model';
import { canaryOf } from './canaryOf';
import type { CanaryChoice } from './canaryOf';
import { deniedSteps } from './deniedSteps';

/** What is to be planned, before it is. */
export interface PlanDraft {
  /** Changes with what is asked for: a review is made once for each. */
  readonly key: string;
  /** Objects to read. */
  readonly refs: readonly ObjectRef[];
  /** `objects` by step id. */
  readonly plan: (objects: ReadonlyMap<string, KubeObject>) => Plan;
  /** Nodes that get the label of the policy in an earlier step. */
  readonly labelNodes?: readonly string[];
}

export interface ReviewedCluster {
  readonly graph: NetworkGraph;
  /** Where it is there, the review tells what of it the plan would change. */
  readonly diagnosis?: Diagnosis;
}

export interface ReadyReview {
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
  /** By step id: why the user may not write it; undefined while that is being asked. */
  readonly denied?: ReadonlyMap<string, Text>;
  /** By step id, what the server would refuse; undefined while it is still trying. */
  readonly failures?: ReadonlyMap<string, ApiFailure>;
}

export type PlanReview =
  | { readonly state: 'preparing' }
  | { readonly state: 'unreadable'; readonly failure: ApiFailure }
  | ReadyReview;

export interface ReviewTools {
  readonly review: PlanReview;
  readonly onEdit: (stepId: string, body: KubeObject) => void;
  /** '' for no node before the others. */
  readonly onCanary: (node: string) => void;
}

/** What was typed, and into the plan of which question. */
interface Typed {
  readonly key: string;
  readonly edits: Edits;
}

/** A review, and of which question. */
interface Shown {
  readonly key: string | undefined;
  readonly review: PlanReview;
}

const PREPARING: PlanReview = { state: 'preparing' };

const NONE: Edits = new Map();

/** Requests at a time, for the API server's sake. */
const AT_ONCE = 6;

/** No review while there is nothing to plan (`draft` undefined). */
export const usePlanReview = (
  draft: PlanDraft | undefined,
  cluster: ReviewedCluster,
): ReviewTools => {
  const [shown, setShown] = useState<Shown>({ key: undefined, review: PREPARING });
  const [typed, setTyped] = useState<Typed>({ key: '', edits: NONE });
  const [first, setFirst] = useState<CanaryChoice>();
  const key = draft?.key;
  const edits = typed.key === key ? typed.edits : NONE;
  const latest = useRef({ draft, cluster });
  latest.current = { draft, cluster };
  useEffect(() => {
    const asked = latest.current;
    if (asked.draft === undefined) {
      setShown({ key, review: PREPARING });
      return undefined;
    }
    let isOver = false;
    const show = (review: PlanReview): void => {
      if (!isOver) setShown({ key, review });
    };
    // A plan on the screen stays there while it is tried again: what was typed into it is kept.
    setShown(({ key: of, review }) => ({
      key,
      review:
        of === key && review.state === 'ready' && edits.size > 0
          ? { ...review, failures: undefined }
          : PREPARING,
    }));
    prepare(asked.draft, asked.cluster, { edits, first }, show).catch((thrown: unknown) =>
      show({ state: 'unreadable', failure: toFailure(thrown) }),
    );
    return () => {
      isOver = true;
    };
  }, [key, edits, first]);
  const onEdit = useCallback(
    (id: string, body: KubeObject) => {
      if (key === undefined) return;
      setTyped((before) => ({
        key,
        edits: new Map([...(before.key === key ? before.edits : NONE), [id, body]]),
      }));
    },
    [key],
  );
  const onCanary = useCallback((node: string) => {
    // What was typed into the policy names the node that was to be first.
    setTyped((before) => ({
      ...before,
      edits: new Map([...before.edits].filter(([id]) => !isPolicyStep(id))),
    }));
    setFirst(node);
  }, []);
  // What is shown of another question is no answer to this one.
  return { review: shown.key === key ? shown.review : PREPARING, onEdit, onCanary };
};

const isPolicyStep = (id: string): boolean => id.startsWith('NodeNetworkConfigurationPolicy/');

interface Changes {
  readonly edits: Edits;
  readonly first: CanaryChoice;
}

const prepare = async (
  { refs, plan: planOn, labelNodes }: PlanDraft,
  on: ReviewedCluster,
  { edits, first }: Changes,
  show: (next: PlanReview) => void,
): Promise<void> => {
  const objects = await inParallel(
    refs,
    AT_ONCE,
    async (ref): Promise<readonly [string, KubeObject]> => [stepId(ref), await consoleApi.get(ref)],
  );
  const plain = planOn(new Map(objects));
  const canaries = canaryChoices(on.graph, plain);
  const canary = canaryOf(canaries, first);
  const staged = canary === undefined ? plain : withCanary(on.graph, plain, canary);
  const { plan, refused } = editPlan(on.graph, staged, edits, labelNodes);
  const ready: ReadyReview = { state: 'ready', plan, on, refused, canaries, canary };
  show(ready);
  const denied = await deniedSteps(plan);
  show({ ...ready, denied });
  const results = await dryRunPlan(plan, consoleApi, denied);
  const failures = new Map(
    results.flatMap(({ stepId: id, failure }) =>
      failure === undefined ? [] : [[id, failure] as const],
    ),
  );
  show({ ...ready, denied, failures });
};
