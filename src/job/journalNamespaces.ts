/**
 * In which namespace a job's journal belongs: there where the people who may finish the job can read
 * it. A job that changes nodes is an administrator's and goes to the namespace of the NMState
 * operator, which every cluster with policies has; a job for VMs and NADs goes to the project with
 * most of its steps. `default` is the last one to try before the browser.
 */
import type { Plan } from '../plan/model';

/** OpenShift's and the community's name for the operator's namespace. */
const ADMIN_NAMESPACES = ['openshift-nmstate', 'nmstate'] as const;

const LAST = 'default';

/** To be tried in this order; each once. */
export const journalNamespaces = (plan: Plan): readonly string[] => {
  const steps = new Map<string, number>();
  let isAdministrative = false;
  for (const { ref } of plan.steps) {
    if (ref.namespace === '') isAdministrative = true;
    else steps.set(ref.namespace, (steps.get(ref.namespace) ?? 0) + 1);
  }
  const projects = [...steps]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([namespace]) => namespace)
    .slice(0, MOST_PROJECTS);
  const first = isAdministrative ? ADMIN_NAMESPACES : [];
  return [...new Set([...first, ...projects, LAST])];
};

/** A user who may write in none of these will hardly be lucky in the next. */
const MOST_PROJECTS = 5;
