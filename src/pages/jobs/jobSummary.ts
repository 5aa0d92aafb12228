/** What a job is about and how far it is, short enough for a list and for a live region. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { JobState } from '../../job/jobState';
import { stepState } from '../../job/jobState';
import type { Plan } from '../../plan/model';

export interface JobCounts {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

/** Steps by outcome; while a job is taken back, `done` counts what is taken back. */
export const jobCounts = (job: JobState): JobCounts => {
  const isUndo = ['undoing', 'undone', 'needsAttention'].includes(job.phase);
  let done = 0;
  let failed = 0;
  for (const { id } of job.plan.steps) {
    const { status } = stepState(job, id);
    const isUntouched = status === 'planned';
    if (isUndo ? status === 'undone' || isUntouched : status === 'done') done += 1;
    if (status === 'failed' || status === 'undoFailed') failed += 1;
  }
  return { total: job.plan.steps.length, done, failed };
};

/** The title that the plan was given, else the objects it is about. */
export const jobTitle = (plan: Plan): Text => {
  if (plan.title !== undefined) return plan.title;
  const vms = plan.steps.filter(({ ref }) => ref.kind === 'VirtualMachine');
  const others = plan.steps.filter(({ ref }) => ref.kind !== 'VirtualMachine');
  const last = others.at(-1)?.ref;
  const network = last?.name;
  const [vm] = vms;
  if (vm === undefined) {
    return text('{{kind}} {{name}}', { kind: last?.kind ?? '', name: network ?? plan.jobId });
  }
  const name = `${vm.ref.namespace}/${vm.ref.name}`;
  if (network === undefined) {
    return vms.length === 1
      ? text('VM {{name}}', { name })
      : text('{{total}} VMs', { total: vms.length });
  }
  return vms.length === 1
    ? text('{{network}} for VM {{name}}', { network, name })
    : text('{{network}} for {{total}} VMs', { network, total: vms.length });
};
