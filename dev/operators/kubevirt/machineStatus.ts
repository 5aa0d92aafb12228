/**
 * `status` of a VirtualMachine from its instance: printableStatus, the conditions it copies, and
 * RestartRequired. Source: kubevirt pkg/virt-controller/watch/vm.
 */
import type { Condition } from '../nmstateTypes';
import type { VirtualMachine, Vmi } from './vmTypes';
import { wantsInstance } from './buildInstance';

export const RESTART_MESSAGE = 'a non-live-updatable field was changed in the template spec';

function find(vmi: Vmi, type: string): Condition | undefined {
  return vmi.status?.conditions?.find((condition) => condition.type === type);
}

function printableStatus(vm: VirtualMachine, vmi: Vmi | undefined): string {
  if (!vmi) return wantsInstance(vm) ? 'Starting' : 'Stopped';
  if (vmi.metadata.deletionTimestamp !== undefined || !wantsInstance(vm)) return 'Stopping';
  const { phase, migrationState } = vmi.status ?? {};
  if (find(vmi, 'PodScheduled')?.status === 'False') return 'ErrorUnschedulable';
  if (phase !== 'Running') return 'Starting';
  if (migrationState && !migrationState.completed && !migrationState.failed) return 'Migrating';
  return 'Running';
}

const copied = ['Ready', 'LiveMigratable', 'AgentConnected', 'Synchronized', 'PodScheduled'];

/** @param restartSince when the restart became necessary, or undefined when none is pending */
export function machineStatus(
  vm: VirtualMachine,
  vmi: Vmi | undefined,
  { at, restartSince }: { at: string; restartSince?: string },
): NonNullable<VirtualMachine['status']> {
  const conditions = vmi
    ? (vmi.status?.conditions ?? []).filter((condition) => copied.includes(condition.type))
    : [notRunning(vm, at)];
  if (restartSince !== undefined) {
    conditions.push({
      lastProbeTime: null,
      lastTransitionTime: restartSince,
      message: RESTART_MESSAGE,
      status: 'True',
      type: 'RestartRequired',
    });
  }
  const status = printableStatus(vm, vmi);
  const { generation = 1 } = vm.metadata;
  return {
    conditions,
    ...(vmi ? { created: true } : {}),
    desiredGeneration: generation,
    observedGeneration: generation,
    printableStatus: status,
    ready: vmi ? find(vmi, 'Ready')?.status === 'True' : false,
    runStrategy: vm.spec?.runStrategy ?? (vm.spec?.running ? 'Always' : 'Halted'),
  };
}

/** The Ready condition of a VM without an instance keeps its time while it stays so. */
function notRunning(vm: VirtualMachine, at: string): Condition {
  const before = vm.status?.conditions?.find((condition) => condition.type === 'Ready');
  const since = before?.reason === 'VMINotExists' ? before.lastTransitionTime : at;
  return {
    lastProbeTime: since,
    lastTransitionTime: since,
    message: 'VMI does not exist',
    reason: 'VMINotExists',
    status: 'False',
    type: 'Ready',
  };
}
