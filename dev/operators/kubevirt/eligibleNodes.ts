/**
 * Where an instance may run: Ready, not cordoned, `kubevirt.io/schedulable=true`, node selector and
 * required node affinity, taints, architecture, and the extended resources its NADs ask for. OVN
 * localnets do not influence scheduling. Source: kube-scheduler's filters, kubevirt node-labeller.
 */
import { matchesLabels, matchesSelector } from '../labels';
import { isReady } from '../nodeFacts';
import type { NodeObject } from '../nmstateTypes';
import type { ResourceRequests } from './launcherPod';
import type { NodeSelectorTerm, Toleration, VmiSpec } from './vmTypes';

export interface Scheduling {
  eligible: NodeObject[];
  /** The scheduler's sentence when no node is eligible. */
  message: string;
}

type Taint = NonNullable<NonNullable<NodeObject['spec']>['taints']>[number];

function tolerates(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect !== undefined && toleration.effect !== taint.effect) return false;
  if (toleration.key === undefined) return toleration.operator === 'Exists';
  if (toleration.key !== taint.key) return false;
  return toleration.operator === 'Exists' || (toleration.value ?? '') === (taint.value ?? '');
}

function untolerated(node: NodeObject, spec: VmiSpec | undefined): Taint | undefined {
  return node.spec?.taints?.find(
    (taint) =>
      taint.effect !== 'PreferNoSchedule' &&
      !spec?.tolerations?.some((toleration) => tolerates(toleration, taint)),
  );
}

function matchesAffinity(node: NodeObject, spec: VmiSpec | undefined): boolean {
  const required = spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (!required) return true;
  const matches = ({ matchExpressions = [] }: NodeSelectorTerm) =>
    matchExpressions.length > 0 && matchesSelector({ matchExpressions }, node.metadata.labels);
  return required.nodeSelectorTerms.some(matches);
}

/** Why the node is no choice, in the scheduler's words; undefined when it is one. */
function obstacle(
  node: NodeObject,
  spec: VmiSpec | undefined,
  requests: ResourceRequests,
): string | undefined {
  if (!isReady(node)) return 'node(s) were not ready';
  if (node.spec?.unschedulable) return 'node(s) were unschedulable';
  const taint = untolerated(node, spec);
  if (taint) return `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`;
  const selector = {
    'kubevirt.io/schedulable': 'true',
    ...(spec?.architecture ? { 'kubernetes.io/arch': spec.architecture } : {}),
    ...spec?.nodeSelector,
  };
  if (!matchesLabels(selector, node.metadata.labels) || !matchesAffinity(node, spec)) {
    return "node(s) didn't match Pod's node affinity/selector";
  }
  const lacking = Object.keys(requests).find((resource) =>
    ['0', undefined].includes(node.status?.allocatable?.[resource]),
  );
  return lacking === undefined ? undefined : `Insufficient ${lacking}`;
}

export function eligibleNodes(
  nodes: readonly NodeObject[],
  spec: VmiSpec | undefined,
  requests: ResourceRequests,
): Scheduling {
  const eligible: NodeObject[] = [];
  const reasons = new Map<string, number>();
  for (const node of nodes) {
    const reason = obstacle(node, spec, requests);
    if (reason === undefined) eligible.push(node);
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const list = [...reasons].map(([reason, count]) => `${count} ${reason}`).sort();
  const message = `0/${nodes.length} nodes are available: ${list.join(', ')}.`;
  return { eligible, message };
}
