/**
 * Has a step taken effect? Answered from what the cluster reports (NNCP, enactments, NNS, NAD,
 * VMI), never from what was sent. Domain reference B.11; enactment stages A.2.
 */
import type { Condition } from '../cluster/condition';
import type { DesiredState } from '../cluster/desiredState';
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph, NodeView, VmView } from '../network/networkGraph';
import { blindWait } from './blindWait';
import type { Wait } from './model';
import {
  bridgeProgress,
  cudnGoneProgress,
  cudnProgress,
  nadGoneProgress,
  nadProgress,
  udnGoneProgress,
  udnProgress,
  unusedProgress,
} from './networkProgress';
import { nicMoveProgress } from './nicMoveProgress';
import type { NodeProgress, NodeStage, WaitProgress } from './progress';

const DONE: WaitProgress = { state: 'done', nodes: [] };

const pending = (detail: Text, nodes: readonly NodeProgress[] = []): WaitProgress => ({
  state: 'pending',
  detail,
  nodes,
});

/**
 * Progress of a wait as the graph shows it. `generation` is the one that the write's answer gave
 * (0 when unknown): older status belongs to an older spec.
 */
export const waitProgress = (wait: Wait, graph: NetworkGraph, generation: number): WaitProgress => {
  const blind = blindWait(wait, graph.snapshot);
  if (blind !== undefined) return pending(blind);
  switch (wait.type) {
    case 'none':
      return DONE;
    case 'policyApplied':
      return policyProgress(graph, wait.policy, generation);
    case 'policyGone':
      return goneProgress(graph, wait.policy);
    case 'nadAccepted':
      return nadProgress(graph, wait.nad);
    case 'nadGone':
      return nadGoneProgress(graph, wait.nad);
    case 'bridgeOffered':
      return bridgeProgress(graph, wait.nad, wait.bridge, wait.nodes);
    case 'cudnCreated':
      return cudnProgress(graph, wait.cudn);
    case 'cudnGone':
      return cudnGoneProgress(graph, wait.cudn);
    case 'udnCreated':
      return udnProgress(graph, wait.udn);
    case 'udnGone':
      return udnGoneProgress(graph, wait.udn);
    case 'networkUnused':
      return unusedProgress(graph, wait);
    case 'nicAttached':
      return nicProgress(graph, wait.vm, wait.nic, generation);
    case 'nicDetached':
      return detachProgress(graph, wait.vm, wait.nic, generation);
    case 'nicMoved':
      return moveProgress(graph, wait, generation);
  }
};

const policyProgress = (graph: NetworkGraph, name: string, generation: number): WaitProgress => {
  const policy = graph.snapshot.policies.items.get(name);
  if (policy === undefined || policy.meta.generation < generation) {
    return pending(text('Waiting for policy {{policy}} to appear.', { policy: name }));
  }
  const nodes = graph
    .nodesOfPolicy(name)
    .map((node) => nodeProgress(node, policy))
    .sort((a, b) => (a.node < b.node ? -1 : 1));
  const failed = nodes.find((node) => node.stage === 'failed');
  const settled = nodes.every((node) => isTerminal(node.stage));
  if (failed !== undefined && (settled || conditionTrue(policy.conditions, 'Degraded'))) {
    return {
      state: 'failed',
      detail: text('Policy {{policy}} failed on node {{node}}.', {
        policy: name,
        node: failed.node,
      }),
      nodes,
    };
  }
  const available = conditionTrue(policy.conditions, 'Available');
  if (available && nodes.length > 0 && nodes.every((node) => isDone(node.stage))) {
    return { state: 'done', nodes };
  }
  if (conditionTrue(policy.conditions, 'Ignored')) {
    return {
      state: 'failed',
      detail: text('Policy {{policy}} matches no node.', { policy: name }),
      nodes,
    };
  }
  const finished = nodes.filter((node) => isDone(node.stage)).length;
  return pending(
    text('{{finished}} of {{total}} nodes are configured and verified.', {
      finished,
      total: nodes.length,
    }),
    nodes,
  );
};

const isDone = (stage: NodeStage): boolean => stage === 'verified' || stage === 'skipped';

const isTerminal = (stage: NodeStage): boolean =>
  stage === 'failed' ||
  stage === 'aborted' ||
  stage === 'applied' ||
  stage === 'verified' ||
  stage === 'skipped';

const conditionTrue = (conditions: readonly Condition[], type: string): boolean =>
  conditions.some((condition) => condition.type === type && condition.status === 'True');

const nodeProgress = (node: NodeView, policy: PolicyRecord): NodeProgress => {
  const enactment = node.enactments.get(policy.meta.name);
  const current =
    enactment !== undefined && enactment.policyGeneration === policy.meta.generation
      ? enactment
      : undefined;
  if (current === undefined) {
    const stage = node.record?.ready === true ? 'waiting' : 'skipped';
    return { node: node.name, stage, message: '' };
  }
  return { node: node.name, ...enactmentStage(current, node, policy.desired) };
};

const enactmentStage = (
  enactment: EnactmentRecord,
  node: NodeView,
  desired: DesiredState,
): Omit<NodeProgress, 'node'> => {
  const active = new Map(
    enactment.conditions
      .filter((condition) => condition.status === 'True')
      .map((condition) => [condition.type, condition.message]),
  );
  const message = [...active.values()].join(' ');
  if (active.has('Available')) {
    return { stage: desiredHolds(node, desired) ? 'verified' : 'applied', message: '' };
  }
  if (active.has('Failing') && active.has('Progressing')) {
    return { stage: 'retrying', message, failedTries: enactment.retryCount };
  }
  if (active.has('Failing')) return { stage: 'failed', message };
  if (active.has('Aborted')) return { stage: 'aborted', message };
  if (active.has('Pending')) return { stage: 'pending', message };
  return { stage: active.has('Progressing') ? 'applying' : 'waiting', message };
};

/**
 * NodeNetworkState shows what the document asked for: interfaces of that name and type with their
 * ports, mappings to that bridge, absent things gone. A node whose state is not readable is taken
 * at its enactment's word.
 */
const desiredHolds = (node: NodeView, desired: DesiredState): boolean => {
  if (node.state === undefined || !node.state.hasState) return true;
  const interfaces = desired.interfaces.every((wanted) => {
    const actual = node.byTypeAndName.get(`${wanted.type} ${wanted.name}`);
    if (wanted.state === 'absent') return actual === undefined;
    if (actual === undefined) return false;
    const ports = new Set(actual.bridge?.ports.map((port) => port.name));
    return (wanted.bridge?.ports ?? []).every((port) => ports.has(port.name));
  });
  if (!interfaces || node.mappings === undefined) return interfaces;
  return desired.mappings.every((mapping) =>
    mapping.state === 'absent'
      ? node.mappings?.has(mapping.localnet) === false
      : node.mappings?.get(mapping.localnet) === mapping.bridge,
  );
};

/** The handlers remove their enactments once the policy is gone. */
const goneProgress = (graph: NetworkGraph, policy: string): WaitProgress => {
  const left = graph.enactmentsOfPolicy(policy).length;
  if (!graph.snapshot.policies.items.has(policy) && left === 0) return DONE;
  return pending(text('Waiting for policy {{policy}} and its enactments to go.', { policy }));
};

const nicProgress = (
  graph: NetworkGraph,
  vmKey: string,
  nic: string,
  generation: number,
): WaitProgress => {
  const vm = graph.vms.get(vmKey);
  if (vm === undefined || isOlder(vm, generation)) {
    return pending(text('Waiting for VM {{vm}}.', { vm: vmKey }));
  }
  if (vm.vmi === undefined) {
    return {
      state: 'done',
      detail: text('VM {{vm}} is stopped; it gets the NIC at its next start.', { vm: vmKey }),
      nodes: [],
    };
  }
  const status = graph.vnics.get(`${vmKey}/${nic}`)?.status;
  if (
    status !== undefined &&
    ['domain', 'multus-status'].every((s) => status.sources.includes(s))
  ) {
    return DONE;
  }
  if (conditionTrue(vm.vm?.conditions ?? [], 'RestartRequired')) {
    return {
      state: 'done',
      detail: text('VM {{vm}} must be restarted before it has the NIC.', { vm: vmKey }),
      nodes: [],
    };
  }
  if (vm.vmi.migration?.failed === true && !vm.vmi.migration.completed) {
    return {
      state: 'failed',
      detail: text('The live migration of VM {{vm}} failed.', { vm: vmKey }),
      nodes: [],
    };
  }
  return pending(
    text('Waiting for VM {{vm}} to migrate and take up NIC {{nic}}.', { vm: vmKey, nic }),
  );
};

/** The graph still shows the VM as it was before the write. */
const isOlder = (vm: VmView, generation: number): boolean =>
  vm.vm !== undefined && vm.vm.meta.generation < generation;

const moveProgress = (
  graph: NetworkGraph,
  wait: Wait & { readonly type: 'nicMoved' },
  generation: number,
): WaitProgress => {
  const vm = graph.vms.get(wait.vm);
  const isKnown = vm !== undefined && !isOlder(vm, generation);
  const vnic = graph.vnics.get(`${wait.vm}/${wait.nic}`);
  return nicMoveProgress(wait, isKnown ? vm : undefined, vnic);
};

const detachProgress = (
  graph: NetworkGraph,
  vmKey: string,
  nic: string,
  generation: number,
): WaitProgress => {
  const vm = graph.vms.get(vmKey);
  if (vm === undefined) return DONE;
  if (!isOlder(vm, generation) && !graph.vnics.has(`${vmKey}/${nic}`)) return DONE;
  return pending(text('Waiting for VM {{vm}} to let go of NIC {{nic}}.', { vm: vmKey, nic }));
};
