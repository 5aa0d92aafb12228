/**
 * virt-controller's and virt-handler's part for instances: launching, link state, unplugging, and
 * asking for the migration that hot-plugged NICs need.
 * Source: kubevirt pkg/virt-controller/watch/vmi, pkg/network/migration/evaluator.go.
 */
import { hasStatus, keyOf } from '../client';
import { timestamp } from '../clock';
import { jsonEqual } from '../jsonEqual';
import { stableHex } from '../nmstate/stableHash';
import type { OperatorContext } from '../operatorContext';
import { createQueue } from '../operatorContext';
import { recordEvent } from '../recordEvent';
import { INSTANCES, MIGRATIONS } from '../resources';
import { sleep } from '../sleep';
import type { WorkQueue } from '../workQueue';
import { unpluggedNetworks } from './attachedNetworks';
import { createFailed, editConditions, migrationRequired } from './instanceConditions';
import { launchInstance } from './launchInstance';
import { missingNad } from './requestedResources';
import type { InterfaceStatus, Migration, Pod, Vmi } from './vmTypes';
import { interfacesOf } from './vmTypes';

const keyText = ({ metadata }: Vmi) => `${metadata.namespace}/${metadata.name}`;
const FINAL = ['Succeeded', 'Failed'];

/** How many grace periods to wait after a failed migration. */
const RETRY_FACTOR = 5;

class InstanceOperator {
  readonly queue: WorkQueue;

  constructor(private readonly context: OperatorContext) {
    this.queue = createQueue(context, 'instance', (key) => this.reconcile(key));
    const { instances, nads, nodes, nodeStates, migrations } = context.informers;
    instances.onChange(({ after }) => {
      if (after) this.queue.add(keyText(after));
    });
    const waiting = () => this.wakeWaiting();
    nads.onChange(waiting);
    nodes.onChange(waiting);
    nodeStates.onChange(waiting);
    migrations.onChange(({ after }) => {
      if (!after || !FINAL.includes(after.status?.phase ?? '')) return;
      const key = `${after.metadata.namespace}/${after.spec?.vmiName}`;
      this.queue.addAfter(key, context.delays.hotplugGrace * RETRY_FACTOR);
    });
  }

  /** Instances that are not running yet, or wait for a NAD, look again. */
  private wakeWaiting(): void {
    for (const vmi of this.context.informers.instances.list()) {
      const isWaiting = vmi.status?.conditions?.some(
        ({ type, status }) => type === 'Synchronized' && status === 'False',
      );
      if (vmi.status?.phase !== 'Running' || isWaiting) this.queue.add(keyText(vmi));
    }
  }

  private async reconcile(key: string): Promise<void> {
    const [namespace = '', name = ''] = key.split('/');
    const { informers } = this.context;
    const vmi = informers.instances.get(namespace, name);
    if (!vmi || vmi.metadata.deletionTimestamp !== undefined) return;
    const { phase } = vmi.status ?? {};
    if (phase === 'Running') await this.keepRunning(vmi);
    else if (phase !== 'Succeeded' && phase !== 'Failed') await launchInstance(this.context, vmi);
  }

  private async keepRunning(vmi: Vmi): Promise<void> {
    if (await this.unplug(vmi)) return;
    if (await this.setLinks(vmi)) return;
    const pending = unpluggedNetworks(vmi, this.podOf(vmi));
    if (pending.length > 0) await this.askForMigration(vmi);
    else await this.edit(vmi, () => ({ drop: ['MigrationRequired', 'Synchronized'] }));
  }

  private podOf(vmi: Vmi): Pod | undefined {
    const active = Object.keys(vmi.status?.activePods ?? {});
    return this.context.informers.pods
      .list()
      .find(
        ({ metadata }) =>
          metadata.namespace === vmi.metadata.namespace && active.includes(metadata.uid ?? ''),
      );
  }

  /** NICs marked absent leave the domain after a moment; true when one did. */
  private async unplug(vmi: Vmi): Promise<boolean> {
    const absent = new Set(
      interfacesOf(vmi.spec).flatMap(({ name, state }) => (state === 'absent' ? [name] : [])),
    );
    const leaves = (entry: InterfaceStatus) => entry.name !== undefined && absent.has(entry.name);
    if (!vmi.status?.interfaces?.some(leaves)) return false;
    const { client, delays } = this.context;
    await sleep(delays.hotplugGrace, client.signal);
    await client.update<Vmi>(INSTANCES, keyOf(vmi), (stored) => {
      const interfaces = stored.status?.interfaces?.filter((entry) => !leaves(entry)) ?? [];
      return { ...stored, status: { ...stored.status, interfaces } };
    });
    return true;
  }

  private async setLinks(vmi: Vmi): Promise<boolean> {
    const states = new Map(interfacesOf(vmi.spec).map(({ name, state }) => [name, state]));
    const withLinks = (entries: readonly InterfaceStatus[]) =>
      entries.map((entry) =>
        entry.name !== undefined && states.has(entry.name)
          ? { ...entry, linkState: states.get(entry.name) === 'down' ? 'down' : 'up' }
          : entry,
      );
    const before = vmi.status?.interfaces ?? [];
    if (jsonEqual(withLinks(before), before)) return false;
    await this.context.client.update<Vmi>(INSTANCES, keyOf(vmi), (stored) => ({
      ...stored,
      status: { ...stored.status, interfaces: withLinks(stored.status?.interfaces ?? []) },
    }));
    return true;
  }

  private async askForMigration(vmi: Vmi): Promise<void> {
    const { client, informers, delays } = this.context;
    const missing = missingNad(vmi, (namespace, name) => informers.nads.get(namespace, name));
    if (missing !== undefined) {
      const message = `failed to render launch manifest: failed to locate network attachment definition ${missing}`;
      const wanted = [createFailed(message, timestamp())];
      const changed = await this.edit(vmi, () => ({ wanted }));
      if (!changed) return;
      const event = {
        type: 'Warning',
        reason: 'FailedCreate',
        message,
        component: 'virtualmachine-controller',
      } as const;
      await recordEvent(client, vmi, event);
      return;
    }
    const conditions = vmi.status?.conditions ?? [];
    const asked = conditions.find(({ type }) => type === 'MigrationRequired');
    if (!asked) {
      await this.edit(vmi, () => ({
        wanted: [migrationRequired('False', timestamp())],
        drop: ['Synchronized'],
      }));
      await sleep(delays.hotplugGrace, client.signal);
    }
    if (asked?.status !== 'True') {
      await this.edit(vmi, () => ({ wanted: [migrationRequired('True', timestamp())] }));
    }
    const migratable = conditions.find(({ type }) => type === 'LiveMigratable');
    if (migratable?.status === 'True') await this.migrate(vmi);
  }

  /** Writes conditions; true when that changed anything. */
  private async edit(
    vmi: Vmi,
    change: () => { wanted?: Parameters<typeof editConditions>[1]; drop?: readonly string[] },
  ): Promise<boolean> {
    const { wanted = [], drop = [] } = change();
    if (!editConditions(vmi.status?.conditions ?? [], wanted, drop)) return false;
    let changed = false;
    await this.context.client.update<Vmi>(INSTANCES, keyOf(vmi), (stored) => {
      const conditions = editConditions(stored.status?.conditions ?? [], wanted, drop);
      changed = conditions !== undefined;
      return conditions ? { ...stored, status: { ...stored.status, conditions } } : undefined;
    });
    return changed;
  }

  /** One migration object per wish; a failed one is followed by another after a pause. */
  private async migrate(vmi: Vmi): Promise<void> {
    const { client, informers, delays } = this.context;
    const { namespace = '', name, uid } = vmi.metadata;
    const mine = informers.migrations
      .list()
      .filter((entry) => entry.metadata.namespace === namespace && entry.spec?.vmiName === name);
    if (mine.some((entry) => !FINAL.includes(entry.status?.phase ?? ''))) return;
    const end = Date.parse(vmi.status?.migrationState?.endTimestamp ?? '');
    const pause = delays.hotplugGrace * RETRY_FACTOR - (Date.now() - end);
    if (vmi.status?.migrationState?.failed && pause > 0) {
      this.queue.addAfter(keyText(vmi), pause);
      return;
    }
    const wish = JSON.stringify(vmi.spec?.networks ?? []);
    const suffix = stableHex(`${uid}/${wish}/${mine.length}/${vmi.status?.nodeName}`, 5);
    const migration: Migration = {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstanceMigration',
      metadata: {
        name: `kubevirt-workload-update-${suffix}`,
        namespace,
        annotations: { 'kubevirt.io/workloadUpdateMigration': '' },
      },
      spec: { vmiName: name },
    };
    await client.create(MIGRATIONS, migration).catch((error: unknown) => {
      if (!hasStatus(error, 409)) throw error;
    });
  }
}

export function startInstanceOperator(context: OperatorContext): WorkQueue {
  return new InstanceOperator(context).queue;
}
