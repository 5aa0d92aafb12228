/**
 * A job as text that fits where it is kept. Plan and progress are kept apart, for the plan never
 * changes and is large. A ConfigMap holds 1 MiB (Kubernetes, "ConfigMap"): the plan is cut into
 * parts, objects in it are reduced to what resume, undo and the page read of them, and messages of
 * nodes are cut short. A job of a thousand VMs fits.
 */
import { parseJson, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { Plan, Step, Write } from '../plan/model';
import { vmLists } from '../plan/vmPatch';
import type { JobPhase, JobState, StepState } from './jobState';

/** Characters of a part; three bytes each at most, so that a part stays below 1 MiB. */
const PART_LENGTH = 300_000;

/** Characters of progress; three bytes each at most. */
const STATE_LENGTH = 300_000;

const LONGEST_RAW = 1500;
const LONGEST_NODE_MESSAGE = 300;

export const planParts = (plan: Plan): readonly string[] => {
  const json = JSON.stringify({ ...plan, steps: plan.steps.map(slimStep) });
  const parts: string[] = [];
  for (let from = 0; from < json.length; from += PART_LENGTH) {
    parts.push(json.slice(from, from + PART_LENGTH));
  }
  return parts;
};

const slimStep = (step: Step): Step => ({ ...step, write: slimWrite(step.write) });

const slimWrite = (write: Write): Write => {
  if (write.type !== 'patch') return write;
  return { ...write, before: slimObject(write.before), after: slimObject(write.after) };
};

const slimObject = (object: KubeObject): KubeObject => {
  const { name, namespace, uid } = object.metadata ?? {};
  const metadata = { name, namespace, uid };
  const { apiVersion, kind } = object;
  const named = {
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(kind === undefined ? {} : { kind }),
    metadata,
  };
  if (kind !== 'VirtualMachine') return { ...named, spec: object.spec };
  const { interfaces, networks } = vmLists(object);
  return {
    ...named,
    spec: { template: { spec: { networks, domain: { devices: { interfaces } } } } },
  };
};

/** Progress without the plan: in full where it fits, else with ever fewer of the cluster's words. */
export const stateText = ({ plan: _plan, ...progress }: JobState): string => {
  const steps = Object.entries(progress.steps);
  const textWith = (limit: Limit): string =>
    JSON.stringify({
      ...progress,
      steps: Object.fromEntries(steps.map(([id, state]) => [id, shortened(state, limit)])),
    });
  const full = textWith({ raw: LONGEST_RAW, isDetailed: true });
  if (full.length <= STATE_LENGTH) return full;
  const share = Math.floor(STATE_LENGTH / steps.length) - STEP_LENGTH;
  const brief = textWith({ raw: Math.max(share, 0), isDetailed: true });
  return brief.length <= STATE_LENGTH ? brief : textWith({ raw: 0, isDetailed: false });
};

interface Limit {
  /** Characters of a message. */
  readonly raw: number;
  readonly isDetailed: boolean;
}

/** Characters that a step of a few words and no message takes. */
const STEP_LENGTH = 350;

const shortened = (state: StepState, { raw, isDetailed }: Limit): StepState => ({
  ...state,
  ...(isDetailed ? {} : { detail: undefined }),
  raw: state.raw.slice(0, raw),
  nodes: state.nodes.map((node) => ({
    ...node,
    message: node.message.slice(0, Math.min(raw, LONGEST_NODE_MESSAGE)),
  })),
});

/** The job that plan and progress make up; undefined when one of them cannot be read. */
export const jobFromText = (parts: readonly string[], progress: string): JobState | undefined => {
  const plan = parseJson(parts.join(''));
  const state = parseJson(progress);
  if (!isPlan(plan) || !isProgress(state)) return undefined;
  return { ...state, plan };
};

const isPlan = (value: unknown): value is Plan => {
  const { jobId, steps, fixes } = recordOf(value);
  return typeof jobId === 'string' && Array.isArray(steps) && isFindingKey(fixes);
};

const isFindingKey = (fixes: unknown): boolean => {
  const { rule, subject } = recordOf(fixes);
  return fixes === undefined || (typeof rule === 'string' && typeof subject === 'string');
};

const PHASES: ReadonlySet<string> = new Set<JobPhase>([
  'running',
  'succeeded',
  'failed',
  'undoing',
  'undone',
  'needsAttention',
]);

const isProgress = (value: unknown): value is Omit<JobState, 'plan'> => {
  const { phase, startedAt, steps } = recordOf(value);
  return (
    typeof phase === 'string' &&
    PHASES.has(phase) &&
    typeof startedAt === 'number' &&
    typeof steps === 'object' &&
    steps !== null
  );
};
