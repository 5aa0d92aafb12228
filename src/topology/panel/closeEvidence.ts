/**
 * Reads the launcher pods and the events of one VM, or the events of one NAD, when somebody opens it.
 * Pods are found by the uid of the instance; where that finds none, because the pod does not carry it or the
 * instance is not known, by the name of the VM. What may not be read gives a listing that says so. Domain
 * reference A.7.3 (labels of launcher pods).
 */
import type { EventRecord, PodRecord } from '../../cluster/clusterRecords';
import { metaKey } from '../../cluster/meta';
import type { Meta } from '../../cluster/meta';
import { readPod } from '../../cluster/readPod';
import type { Listing } from '../../cluster/snapshot';
import { toApiError } from '../../console/ApiError';
import { listObjects } from '../../console/apiClient';
import { objectEvents } from '../../console/objectEvents';
import type { EventSubject } from '../../console/objectEvents';
import type { CloseEvidence } from '../../doctor/closeLook';

/** The object to look at closely, small enough to tell whether it is another one. */
export interface CloseTarget {
  readonly kind: 'VirtualMachine' | 'NetworkAttachmentDefinition';
  readonly namespace: string;
  readonly name: string;
  /** Of the running instance, whose pods are read; '' where there is none. */
  readonly instance: string;
}

const PODS = { apiVersion: 'v1', plural: 'pods' };

/** A VM that fails again and again leaves many pods behind; the newest tell enough. */
const NEWEST_PODS = 3;

const listingOf = <T extends { readonly meta: Meta }>(items: readonly T[]): Listing<T> => ({
  state: 'complete',
  items: new Map(items.map((item) => [metaKey(item.meta), item])),
});

const unreadable = <T>(error: unknown): Listing<T> => {
  const { status, message } = toApiError(error);
  return { state: status === 403 ? 'forbidden' : 'failed', items: new Map(), reason: message };
};

const CREATED_BY = 'kubevirt.io/created-by';
const VM_NAME = 'vm.kubevirt.io/name';

/** Launcher pods with this label too. */
const podsWith = async (
  label: string,
  { namespace }: CloseTarget,
  signal: AbortSignal,
): Promise<readonly PodRecord[]> => {
  const labelSelector = `kubevirt.io=virt-launcher,${label}`;
  const found = await listObjects(PODS, namespace, { labelSelector }, signal);
  return found.flatMap((pod) => readPod(pod) ?? []);
};

/** Not those of an instance that was there before. */
const podsByName = async (
  target: CloseTarget,
  signal: AbortSignal,
): Promise<readonly PodRecord[]> => {
  const pods = await podsWith(`${VM_NAME}=${target.name}`, target, signal);
  return target.instance === ''
    ? pods
    : pods.filter(({ meta }) => meta.labels[CREATED_BY] === undefined);
};

const launcherPods = async (
  target: CloseTarget,
  signal: AbortSignal,
): Promise<readonly PodRecord[]> => {
  const { kind, instance } = target;
  if (kind !== 'VirtualMachine') return [];
  const byUid = instance === '' ? [] : await podsWith(`${CREATED_BY}=${instance}`, target, signal);
  const pods = byUid.length > 0 ? byUid : await podsByName(target, signal);
  return [...pods]
    .sort((a, b) => (b.meta.createdAt ?? 0) - (a.meta.createdAt ?? 0))
    .slice(0, NEWEST_PODS);
};

const subjectsOf = (target: CloseTarget, pods: readonly PodRecord[]): readonly EventSubject[] => {
  const { kind, namespace, name, instance } = target;
  return [
    { kind, namespace, name },
    ...(instance === '' ? [] : [{ kind: 'VirtualMachineInstance', namespace, name }]),
    ...pods.map(({ meta }) => ({ kind: 'Pod', namespace, name: meta.name })),
  ];
};

/** Never rejects: a listing tells what could not be read. */
export const closeEvidence = async (
  target: CloseTarget,
  signal: AbortSignal,
): Promise<CloseEvidence> => {
  let pods: Listing<PodRecord>;
  try {
    pods = listingOf(await launcherPods(target, signal));
  } catch (error) {
    pods = unreadable(error);
  }
  try {
    const subjects = subjectsOf(target, [...pods.items.values()]);
    const events = await Promise.all(subjects.map((subject) => objectEvents(subject, signal)));
    return { pods, events: listingOf(events.flat()) };
  } catch (error) {
    return { pods, events: unreadable<EventRecord>(error) };
  }
};
