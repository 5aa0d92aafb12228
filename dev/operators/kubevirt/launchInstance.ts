/**
 * Brings a new instance to Running: renders and schedules its launcher pod, plumbs it, starts the
 * guest. It stops where the real one would, and says why in conditions and events; the caller comes
 * again when something changes. Source: kubevirt pkg/virt-controller/watch/vmi, kubelet events.
 */
import type { KubeObject } from '../../api-server/kubeObject';
import { hasStatus, keyOf } from '../client';
import { timestamp } from '../clock';
import { internalIp } from '../nodeFacts';
import type { Condition, NodeObject } from '../nmstateTypes';
import type { OperatorContext } from '../operatorContext';
import { recordEvent } from '../recordEvent';
import { INSTANCES, PODS } from '../resources';
import { sleep } from '../sleep';
import { runningStatus } from './buildInstance';
import { eligibleNodes } from './eligibleNodes';
import { findSandboxError, sandboxMessage } from './findSandboxError';
import { createFailed, editConditions, notReady, unschedulable } from './instanceConditions';
import type { ResourceRequests } from './launcherPod';
import { launcherName, launcherPod, plumbedAnnotations, runningPodStatus } from './launcherPod';
import { podAddress } from './podAddress';
import { missingNad, requestedResources } from './requestedResources';
import type { Pod, Vmi } from './vmTypes';
import { networksOf } from './vmTypes';

export async function launchInstance(context: OperatorContext, vmi: Vmi): Promise<void> {
  const { informers, delays, client } = context;
  const findNad = (namespace: string, name: string) => informers.nads.get(namespace, name);
  const missing = missingNad(vmi, findNad);
  if (missing !== undefined) {
    const message = `failed to render launch manifest: failed to locate network attachment definition ${missing}`;
    const changed = await setPhase(context, vmi, 'Pending', [createFailed(message, timestamp())]);
    if (changed) await warn(context, vmi, 'FailedCreate', message, 'virtualmachine-controller');
    return;
  }
  await setPhase(context, vmi, 'Scheduling', [], ['Synchronized']);
  const placed = await placePod(context, vmi);
  if (!placed) return;
  const { pod, node } = placed;
  await setPhase(context, vmi, 'Scheduling', [], ['Synchronized', 'PodScheduled']);
  const state = informers.nodeStates.get(undefined, node.metadata.name)?.status?.currentState;
  const error = findSandboxError(vmi, state, findNad);
  if (error !== undefined) {
    await reportSandboxError(context, pod, error);
    return;
  }
  await sleep(delays.vmiStart, client.signal);
  await run(context, vmi, pod, node);
}

export async function reportSandboxError(
  context: OperatorContext,
  pod: Pod,
  error: string,
): Promise<void> {
  const message = sandboxMessage(pod.metadata.name, pod.metadata.namespace ?? '', error);
  await warn(context, pod, 'FailedCreatePodSandBox', message, 'kubelet');
}

function warn(
  context: OperatorContext,
  about: KubeObject,
  reason: string,
  message: string,
  component: string,
): Promise<void> {
  return recordEvent(context.client, about, { type: 'Warning', reason, message, component });
}

/** Writes phase and conditions; true when that changed anything. */
async function setPhase(
  { client }: OperatorContext,
  vmi: Vmi,
  phase: string,
  conditions: readonly Condition[],
  drop: readonly string[] = [],
): Promise<boolean> {
  let changed = false;
  await client.update<Vmi>(INSTANCES, keyOf(vmi), (stored) => {
    const before = stored.status?.conditions ?? [];
    const ready = before.some(({ type }) => type === 'Ready') ? [] : [notReady(timestamp())];
    const edited = editConditions(before, [...ready, ...conditions], drop);
    changed = edited !== undefined || stored.status?.phase !== phase;
    if (!changed) return undefined;
    return { ...stored, status: { ...stored.status, conditions: edited ?? before, phase } };
  });
  return changed;
}

/** Names of the launcher pod while nothing will take it, and once a node is chosen. */
const UNPLACED = 0;
const PLACED = 1;

/**
 * The launcher pod on a node chosen now, unless it has one already; undefined when no node will do.
 * The node is set when the pod is made, as it cannot be changed later: a pod that waited unplaced
 * gives way to a new one.
 */
async function placePod(
  context: OperatorContext,
  vmi: Vmi,
): Promise<{ pod: Pod; node: NodeObject } | undefined> {
  const { client, informers, delays } = context;
  const namespace = vmi.metadata.namespace ?? '';
  const known = await client.find<Pod>(PODS, { namespace, name: launcherName(vmi, PLACED) });
  if (known) {
    const node = informers.nodes.get(undefined, known.spec?.nodeName ?? '');
    return node && { pod: known, node };
  }
  const requests = requestedResources(vmi, (ns, nad) => informers.nads.get(ns, nad));
  await sleep(delays.vmiStart, client.signal);
  const { eligible, message } = eligibleNodes(informers.nodes.list(), vmi.spec, requests);
  const node = leastLoaded(context, eligible);
  if (!node) {
    await reportUnschedulable(context, vmi, requests, message);
    return undefined;
  }
  await client.remove(PODS, { namespace, name: launcherName(vmi, UNPLACED) });
  const pod = launcherPod(vmi, launcherName(vmi, PLACED), requests);
  const nodeName = node.metadata.name;
  return { pod: await createPod(context, { ...pod, spec: { ...pod.spec, nodeName } }), node };
}

async function reportUnschedulable(
  context: OperatorContext,
  vmi: Vmi,
  requests: ResourceRequests,
  message: string,
): Promise<void> {
  const pod = await createPod(context, launcherPod(vmi, launcherName(vmi, UNPLACED), requests));
  const condition = unschedulable(message, timestamp());
  if (!(await setPhase(context, vmi, 'Scheduling', [condition]))) return;
  await context.client.updateStatus<Pod>(PODS, keyOf(pod), (stored) => ({
    ...stored,
    status: { ...stored.status, phase: 'Pending', conditions: [condition] },
  }));
  await warn(context, pod, 'FailedScheduling', message, 'default-scheduler');
}

/** The pod as created, or the one of that name that is there already. */
export async function createPod({ client }: OperatorContext, pod: Pod): Promise<Pod> {
  try {
    return await client.create<Pod>(PODS, pod);
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
    return client.get<Pod>(PODS, keyOf(pod));
  }
}

/** The eligible node with the fewest instances; the first by name among equals. */
export function leastLoaded(
  { informers }: OperatorContext,
  eligible: readonly NodeObject[],
): NodeObject | undefined {
  const load = new Map<string, number>();
  for (const { status } of informers.instances.list()) {
    if (status?.nodeName) load.set(status.nodeName, (load.get(status.nodeName) ?? 0) + 1);
  }
  const weight = (node: NodeObject) => load.get(node.metadata.name) ?? 0;
  return [...eligible].sort(
    (a, b) => weight(a) - weight(b) || (a.metadata.name < b.metadata.name ? -1 : 1),
  )[0];
}

/** Pod network address by network name, for an instance that comes to `node`. */
export function addressesOn(
  { informers }: OperatorContext,
  vmi: Vmi,
  node: NodeObject,
): Record<string, string> {
  const podNetwork = networksOf(vmi.spec).find((network) => network.pod);
  const address = podNetwork && podAddress(node, informers.instances.list());
  return address === undefined ? {} : { [podNetwork?.name ?? '']: address };
}

async function run(context: OperatorContext, vmi: Vmi, pod: Pod, node: NodeObject): Promise<void> {
  const { client } = context;
  const at = timestamp();
  const ips = addressesOn(context, vmi, node);
  const podUid = pod.metadata.uid ?? '';
  const status = runningStatus(vmi, { node: node.metadata.name, podUid, ips, at });
  await markPodRunning(context, pod, vmi, node, status);
  await client.update<Vmi>(INSTANCES, keyOf(vmi), (stored) => ({
    ...stored,
    metadata: {
      ...stored.metadata,
      labels: { ...stored.metadata.labels, 'kubevirt.io/nodeName': node.metadata.name },
    },
    status: { ...stored.status, ...status },
  }));
}

/** The kubelet's and the CNI's marks on a pod that runs. */
export async function markPodRunning(
  { client }: OperatorContext,
  pod: Pod,
  vmi: Vmi,
  node: NodeObject,
  { interfaces = [] }: NonNullable<Vmi['status']>,
): Promise<void> {
  const podIp = interfaces.find(({ podInterfaceName }) => podInterfaceName === 'eth0')?.ipAddress;
  const hostIp = internalIp(node);
  await client.patchMerge(PODS, keyOf(pod), {
    metadata: { annotations: plumbedAnnotations(vmi, interfaces) },
  });
  await client.updateStatus<Pod>(PODS, keyOf(pod), (stored) => ({
    ...stored,
    status: { ...stored.status, ...runningPodStatus(podIp ?? hostIp, hostIp, timestamp()) },
  }));
}
