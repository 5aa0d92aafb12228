/**
 * What the cluster shows after a job, VM by VM: the path of each NIC that the job attached or moved,
 * traced anew from nodes, NADs and instances, never from what was sent (design section 7).
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { JobState } from '../../job/jobState';
import { stepState } from '../../job/jobState';
import type { State } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { traceVnic } from '../../network/traceVnic';
import type { Step } from '../../plan/model';

export interface Verdict {
  readonly state: State;
  /** Why, unless the path is ok. */
  readonly reason?: Text;
  /** Entity id of the NIC, to show its path; undefined for one that is gone. */
  readonly vnic?: string;
}

/** By step id, of steps on VM NICs that are done. One trace for each. */
export const jobVerdicts = (job: JobState, graph: NetworkGraph): ReadonlyMap<string, Verdict> => {
  const verdicts = new Map<string, Verdict>();
  if (job.phase === 'undoing' || job.phase === 'undone') return verdicts;
  for (const step of job.plan.steps) {
    if (stepState(job, step.id).status !== 'done') continue;
    const verdict = verdictOf(step, graph);
    if (verdict !== undefined) verdicts.set(step.id, verdict);
  }
  return verdicts;
};

const verdictOf = ({ ref, inverse }: Step, graph: NetworkGraph): Verdict | undefined => {
  if (!('nic' in inverse)) return undefined;
  const key = `${ref.namespace}/${ref.name}/${inverse.nic}`;
  const vnic = graph.vnics.get(key);
  if (inverse.type === 'attachNic') return vnic === undefined ? undefined : stillThere();
  if (vnic === undefined) {
    return { state: 'unknown', reason: text('The NIC does not show in the cluster yet.') };
  }
  const trace = traceVnic(graph, key);
  const reason = trace.reason ?? trace.hops.find(({ state }) => state !== 'ok')?.reason;
  return {
    state: trace.verdict,
    vnic: vnic.id,
    ...(trace.verdict === 'ok' || reason === undefined ? {} : { reason }),
  };
};

const stillThere = (): Verdict => ({
  state: 'unknown',
  reason: text('The instance still shows the NIC; it goes with the next restart or migration.'),
});
