/**
 * What the doctor would say once a plan has taken effect: on the objects as they would be, and on
 * the nodes as they should report then. Only what the plan touches is judged anew.
 */
import { compareDiagnoses } from '../../doctor/compareDiagnoses';
import type { FindingChanges } from '../../doctor/compareDiagnoses';
import { updateDoctor } from '../../doctor/incremental';
import type { Diagnosis, RuleContext } from '../../doctor/model';
import { updateGraph } from '../../network/updateGraph';
import type { Plan } from '../../plan/model';
import { appliedSnapshot } from '../../plan/whatIf/appliedSnapshot';

/** What OVN-Kubernetes does by itself once a node is ready for it, and no plan foretells. */
const BY_ITSELF: ReadonlySet<string> = new Set(['NODE-013']);

/** `context` and `diagnosis` are of the cluster as it is. */
export const fixEffect = (
  { graph, now }: RuleContext,
  diagnosis: Diagnosis,
  plan: Plan,
): FindingChanges => {
  const next = updateGraph(graph, appliedSnapshot(graph.snapshot, plan));
  const after = updateDoctor(diagnosis, graph, { graph: next, now });
  const { appear, vanish } = compareDiagnoses(diagnosis, after);
  return { appear: appear.filter(({ rule }) => !BY_ITSELF.has(rule)), vanish };
};
