/**
 * virt-controller's part for VirtualMachines, and kubemacpool: MAC addresses, starting and stopping
 * the instance, passing live changes on to it, and status.
 * Source: kubevirt pkg/virt-controller/watch/vm; k8snetworkplumbingwg/kubemacpool.
 */
import { hasStatus, keyOf } from '../client';
import { timestamp } from '../clock';
import { jsonEqual } from '../jsonEqual';
import type { Condition } from '../nmstateTypes';
import type { OperatorContext } from '../operatorContext';
import { createQueue } from '../operatorContext';
import { INSTANCES, MACHINES } from '../resources';
import type { WorkQueue } from '../workQueue';
import { buildInstance, wantsInstance } from './buildInstance';
import { machineStatus } from './machineStatus';
import { withMacs } from './macPool';
import type { NetworkSync } from './networkSync';
import { networkSync, otherPartsDiffer } from './networkSync';
import type { VirtualMachine, Vmi } from './vmTypes';
import { interfacesOf } from './vmTypes';

const machineKey = ({ metadata }: VirtualMachine | Vmi) => `${metadata.namespace}/${metadata.name}`;

const IGNORE_MACS = 'mutatevirtualmachines.kubemacpool.io';

class MachineOperator {
  readonly queue: WorkQueue;
  /** MAC addresses in use, by VM. */
  private readonly macs = new Map<string, Set<string>>();

  constructor(private readonly context: OperatorContext) {
    this.queue = createQueue(context, 'virtual-machine', (key) => this.reconcile(key));
    const { machines, instances } = context.informers;
    machines.onChange(({ before, after }) => {
      const vm = after ?? before;
      if (!vm) return;
      this.rememberMacs(machineKey(vm), after);
      if (after) this.queue.add(machineKey(after));
    });
    instances.onChange(({ before, after }) => {
      const vmi = after ?? before;
      if (vmi) this.queue.add(machineKey(vmi));
    });
  }

  private rememberMacs(key: string, vm: VirtualMachine | undefined): void {
    const macs = interfacesOf(vm?.spec?.template?.spec).flatMap(
      ({ macAddress }) => macAddress ?? [],
    );
    if (vm) this.macs.set(key, new Set(macs));
    else this.macs.delete(key);
  }

  private async reconcile(key: string): Promise<void> {
    const [namespace = '', name = ''] = key.split('/');
    const { machines, instances } = this.context.informers;
    const vm = machines.get(namespace, name);
    if (!vm || vm.metadata.deletionTimestamp !== undefined) return;
    if (await this.assignMacs(vm)) return;
    const vmi = instances.get(namespace, name);
    await this.startOrStop(vm, vmi);
    const sync = vmi ? this.syncOf(vm, vmi) : { detached: absentIn(vm), restartRequired: false };
    if (vmi) await this.passOn(vmi, sync);
    if (sync.detached.length > 0) await this.removeDetached(vm, sync.detached);
    await this.writeStatus(vm, vmi, sync.restartRequired);
  }

  /** kubemacpool's webhook; true when the VM was changed and comes round again. */
  private async assignMacs(vm: VirtualMachine): Promise<boolean> {
    const { client, informers } = this.context;
    const interfaces = interfacesOf(vm.spec?.template?.spec);
    if (interfaces.every(({ macAddress }) => macAddress !== undefined)) return false;
    const namespace = informers.namespaces.get(undefined, vm.metadata.namespace ?? '');
    if (namespace?.metadata.labels?.[IGNORE_MACS] === 'ignore') return false;
    const taken = new Set([...this.macs.values()].flatMap((macs) => [...macs]));
    await client.update<VirtualMachine>(MACHINES, keyOf(vm), (stored) =>
      withInterfaces(stored, withMacs(stored, new Set(taken))),
    );
    return true;
  }

  private async startOrStop(vm: VirtualMachine, vmi: Vmi | undefined): Promise<void> {
    const { client } = this.context;
    if (!vmi && wantsInstance(vm)) {
      await client.create(INSTANCES, buildInstance(vm)).catch((error: unknown) => {
        if (!hasStatus(error, 409)) throw error;
      });
      return;
    }
    const isManual = vm.spec?.runStrategy === 'Manual';
    if (!vmi || wantsInstance(vm) || isManual || vmi.metadata.deletionTimestamp !== undefined)
      return;
    await client.remove(INSTANCES, keyOf(vmi));
  }

  private syncOf(vm: VirtualMachine, vmi: Vmi): NetworkSync {
    const wanted = vm.spec?.template?.spec;
    const sync = networkSync(wanted, vmi.spec, vmi.status?.interfaces ?? []);
    const restartRequired = sync.restartRequired || otherPartsDiffer(wanted, vmi.spec);
    return { ...sync, restartRequired };
  }

  private async passOn(vmi: Vmi, { instance }: NetworkSync): Promise<void> {
    if (!instance) return;
    await this.context.client.update<Vmi>(INSTANCES, keyOf(vmi), (stored) => {
      if (!stored.spec) return undefined;
      const { domain } = stored.spec;
      const devices = { ...domain.devices, interfaces: instance.interfaces };
      const spec = { ...stored.spec, domain: { ...domain, devices }, networks: instance.networks };
      return { ...stored, spec };
    });
  }

  private async removeDetached(vm: VirtualMachine, names: readonly string[]): Promise<void> {
    const gone = new Set(names);
    await this.context.client.update<VirtualMachine>(MACHINES, keyOf(vm), (stored) => {
      const template = stored.spec?.template;
      if (!template) return undefined;
      const isGone = (entry: { name: string; state?: unknown }) =>
        gone.has(entry.name) && entry.state === 'absent';
      const interfaces = interfacesOf(template.spec).filter((iface) => !isGone(iface));
      const left = new Set(interfaces.map(({ name }) => name));
      const networks = template.spec.networks?.filter(
        ({ name }) => left.has(name) || !gone.has(name),
      );
      const edited = withInterfaces(stored, interfaces);
      if (!edited.spec?.template || !networks) return edited;
      edited.spec.template.spec.networks = networks;
      return edited;
    });
  }

  private async writeStatus(
    vm: VirtualMachine,
    vmi: Vmi | undefined,
    restart: boolean,
  ): Promise<void> {
    const edit = (stored: VirtualMachine): VirtualMachine | undefined => {
      const at = timestamp();
      const since = restart ? (restartTime(stored) ?? at) : undefined;
      const computed = machineStatus(stored, vmi, {
        at,
        ...(since === undefined ? {} : { restartSince: since }),
      });
      const status = { ...stored.status, ...computed };
      if (!vmi) delete status['created'];
      return jsonEqual(status, stored.status) ? undefined : { ...stored, status };
    };
    if (!edit(vm)) return;
    await this.context.client.updateStatus<VirtualMachine>(MACHINES, keyOf(vm), edit);
  }
}

function absentIn(vm: VirtualMachine): string[] {
  const interfaces = interfacesOf(vm.spec?.template?.spec);
  return interfaces.flatMap(({ name, state }) => (state === 'absent' ? [name] : []));
}

function restartTime({ status }: VirtualMachine): string | undefined {
  const isRestart = ({ type }: Condition) => type === 'RestartRequired';
  return status?.conditions?.find(isRestart)?.lastTransitionTime ?? undefined;
}

function withInterfaces(
  vm: VirtualMachine,
  interfaces: ReturnType<typeof withMacs>,
): VirtualMachine {
  const copy = structuredClone(vm);
  if (copy.spec?.template) copy.spec.template.spec.domain.devices.interfaces = interfaces;
  return copy;
}

export function startMachineOperator(context: OperatorContext): WorkQueue {
  return new MachineOperator(context).queue;
}
