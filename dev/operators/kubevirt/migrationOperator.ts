/**
 * Live migration: chooses a target (another eligible node, the same one only when there is no
 * other), plumbs the target pod as its spec asks, hands the guest over, and drops the source pod.
 * Source: kubevirt pkg/virt-controller/watch/migration.
 */
import { keyOf } from '../client';
import { timestamp } from '../clock';
import type { NodeObject } from '../nmstateTypes';
import type { OperatorContext } from '../operatorContext';
import { createQueue } from '../operatorContext';
import { INSTANCES, MIGRATIONS, PODS } from '../resources';
import { sleep } from '../sleep';
import type { WorkQueue } from '../workQueue';
import { eligibleNodes } from './eligibleNodes';
import { findSandboxError } from './findSandboxError';
import { editConditions } from './instanceConditions';
import { interfaceStatuses } from './interfaceStatus';
import {
  addressesOn,
  createPod,
  leastLoaded,
  markPodRunning,
  reportSandboxError,
} from './launchInstance';
import { launcherName, launcherPod } from './launcherPod';
import { requestedResources } from './requestedResources';
import type { Migration, MigrationState, Pod, Vmi } from './vmTypes';

const FINAL = ['Succeeded', 'Failed'];

interface Transfer {
  migration: Migration;
  vmi: Vmi;
  source: string;
  target: NodeObject;
  pod: Pod;
}

class MigrationOperator {
  readonly queue: WorkQueue;

  constructor(private readonly context: OperatorContext) {
    this.queue = createQueue(context, 'migration', (key) => this.reconcile(key));
    context.informers.migrations.onChange(({ after }) => {
      if (!after || FINAL.includes(after.status?.phase ?? '')) return;
      this.queue.add(`${after.metadata.namespace}/${after.metadata.name}`);
    });
    const wake = () => {
      for (const { metadata, status } of context.informers.migrations.list()) {
        if (status?.phase === 'Scheduling')
          this.queue.add(`${metadata.namespace}/${metadata.name}`);
      }
    };
    context.informers.nodes.onChange(wake);
  }

  private async reconcile(key: string): Promise<void> {
    const [namespace = '', name = ''] = key.split('/');
    const { informers, client, delays } = this.context;
    const migration = await client.find<Migration>(MIGRATIONS, { namespace, name });
    if (!migration || FINAL.includes(migration.status?.phase ?? '')) return;
    const vmiName = migration.spec?.vmiName ?? '';
    const vmi = await client.find<Vmi>(INSTANCES, { namespace, name: vmiName });
    const source = vmi?.status?.nodeName;
    if (!vmi || vmi.status?.phase !== 'Running' || source === undefined) {
      await this.setPhase(migration, 'Failed');
      return;
    }
    const target = this.chooseTarget(vmi, source);
    if (!target) {
      if (migration.status?.phase !== 'Scheduling') await this.setPhase(migration, 'Scheduling');
      return;
    }
    const pod = await this.createTargetPod(vmi, migration, target);
    const transfer = { migration, vmi, source, target, pod };
    await this.setPhase(migration, 'Scheduled');
    const findNad = (ns: string, nad: string) => informers.nads.get(ns, nad);
    const state = informers.nodeStates.get(undefined, target.metadata.name)?.status?.currentState;
    const error = findSandboxError(vmi, state, findNad);
    if (error !== undefined) {
      await reportSandboxError(this.context, pod, error);
      await this.fail(transfer, error);
      return;
    }
    await this.setPhase(migration, 'Running');
    await this.setState(transfer, { startTimestamp: timestamp() });
    await sleep(delays.migration, client.signal);
    await this.handOver(transfer);
  }

  private chooseTarget(vmi: Vmi, source: string): NodeObject | undefined {
    const { informers } = this.context;
    const requests = requestedResources(vmi, (ns, name) => informers.nads.get(ns, name));
    const { eligible } = eligibleNodes(informers.nodes.list(), vmi.spec, requests);
    const others = eligible.filter((node) => node.metadata.name !== source);
    return leastLoaded(this.context, others.length > 0 ? others : eligible);
  }

  private async createTargetPod(vmi: Vmi, migration: Migration, target: NodeObject): Promise<Pod> {
    const { informers } = this.context;
    const name = `${launcherName(vmi, 0).slice(0, -5)}${migration.metadata.name.slice(-5)}`;
    const requests = requestedResources(vmi, (ns, nad) => informers.nads.get(ns, nad));
    const pod = launcherPod(vmi, name, requests);
    const placed = { ...pod, spec: { ...pod.spec, nodeName: target.metadata.name } };
    return createPod(this.context, placed);
  }

  private async setPhase(migration: Migration, phase: string): Promise<void> {
    await this.context.client.updateStatus<Migration>(MIGRATIONS, keyOf(migration), (stored) => ({
      ...stored,
      status: { ...stored.status, phase },
    }));
  }

  private stateOf({ migration, source, target, pod }: Transfer): MigrationState {
    return {
      migrationUid: migration.metadata.uid ?? '',
      sourceNode: source,
      targetNode: target.metadata.name,
      targetPod: pod.metadata.name,
    };
  }

  private async setState(transfer: Transfer, more: MigrationState): Promise<void> {
    await this.context.client.update<Vmi>(INSTANCES, keyOf(transfer.vmi), (stored) => ({
      ...stored,
      status: { ...stored.status, migrationState: { ...this.stateOf(transfer), ...more } },
    }));
  }

  private async fail(transfer: Transfer, reason: string): Promise<void> {
    const at = timestamp();
    const state = {
      startTimestamp: at,
      endTimestamp: at,
      completed: true,
      failed: true,
      failureReason: reason,
    };
    await this.setState(transfer, state);
    await this.setPhase(transfer.migration, 'Failed');
    await this.context.client.remove(PODS, keyOf(transfer.pod));
  }

  private async handOver(transfer: Transfer): Promise<void> {
    const { client, informers } = this.context;
    const { vmi, target, pod } = transfer;
    const node = target.metadata.name;
    const moved = node !== transfer.source;
    const ips = moved ? addressesOn(this.context, vmi, target) : {};
    const at = timestamp();
    const before = Object.keys(vmi.status?.activePods ?? {});
    const stored = await client.update<Vmi>(INSTANCES, keyOf(vmi), (current) => ({
      ...current,
      metadata: {
        ...current.metadata,
        labels: { ...current.metadata.labels, 'kubevirt.io/nodeName': node },
      },
      status: {
        ...current.status,
        activePods: { [pod.metadata.uid ?? '']: node },
        conditions:
          editConditions(
            current.status?.conditions ?? [],
            [],
            ['MigrationRequired', 'Synchronized'],
          ) ??
          current.status?.conditions ??
          [],
        interfaces: interfaceStatuses(vmi.spec, ips, current.status?.interfaces ?? []),
        migrationState: {
          ...current.status?.migrationState,
          ...this.stateOf(transfer),
          endTimestamp: at,
          completed: true,
        },
        nodeName: node,
      },
    }));
    if (stored) await markPodRunning(this.context, pod, stored, target, stored.status ?? {});
    await this.setPhase(transfer.migration, 'Succeeded');
    for (const old of informers.pods.list()) {
      if (before.includes(old.metadata.uid ?? '')) await client.remove(PODS, keyOf(old));
    }
  }
}

export function startMigrationOperator(context: OperatorContext): WorkQueue {
  return new MigrationOperator(context).queue;
}
