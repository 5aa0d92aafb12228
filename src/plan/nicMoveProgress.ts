/**
 * Has a NIC of a VM arrived on another network? KubeVirt changes it by live migration where it can,
 * else asks for a restart (domain reference A.7.2); what counts is what the running instance uses.
 */
import { text } from '../cluster/text';
import type { VmView, VnicView } from '../network/networkGraph';
import { migrationKey } from './migrationKey';
import type { Wait } from './model';
import type { WaitProgress } from './progress';

type MoveWait = Wait & { readonly type: 'nicMoved' };

/** `vm` and `vnic` as the graph shows them now; undefined when it does not show them. */
export const nicMoveProgress = (
  wait: MoveWait,
  vm: VmView | undefined,
  vnic: VnicView | undefined,
): WaitProgress => {
  const values = { vm: wait.vm, nic: wait.nic, nad: wait.nad };
  const waiting: WaitProgress = {
    state: 'pending',
    detail: text('Waiting for VM {{vm}} to use NAD {{nad}} on NIC {{nic}}.', values),
    nodes: [],
  };
  if (vm === undefined || vnic === undefined) return waiting;
  if (vm.vmi === undefined) {
    const detail = text('VM {{vm}} is stopped; it uses NAD {{nad}} at its next start.', values);
    return { state: 'done', detail, nodes: [] };
  }
  if (vm.vm?.conditions.some(({ type, status }) => type === 'RestartRequired' && status === 'True'))
    return {
      state: 'done',
      detail: text('VM {{vm}} must be restarted before it uses NAD {{nad}}.', values),
      nodes: [],
    };
  const { migration } = vm.vmi;
  if (migration?.failed === true && !migration.completed) {
    const detail = text('The live migration of VM {{vm}} failed.', { vm: wait.vm });
    return { state: 'failed', detail, nodes: [] };
  }
  const isThere = (vnic.instanceNadKey ?? vnic.nadKey) === wait.nad;
  const isMigrating = migration !== undefined && !migration.completed;
  const isAsked = vm.vmi.conditions.some(({ type }) => type === 'MigrationRequired');
  const isNewPod = wait.migrationBefore === undefined || migrationKey(vm) !== wait.migrationBefore;
  return isThere && isNewPod && !isMigrating && !isAsked && isPlugged(vnic)
    ? { state: 'done', nodes: [] }
    : waiting;
};

/** The instance reports the NIC both from the domain and from Multus (A.7.3). */
const isPlugged = ({ status }: VnicView): boolean =>
  ['domain', 'multus-status'].every((source) => status?.sources.includes(source));
