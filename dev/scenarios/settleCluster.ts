/**
 * Turns a cluster plan into every object of that cluster once all operators are done: the plan's own
 * documents with metadata and status, and Nodes, NodeNetworkStates, enactments, generated NADs,
 * instances and launcher pods. Pure and deterministic.
 */
import type { KubeObject } from '../api-server/kubeObject';
import type { VirtualMachine, Vmi } from '../operators/kubevirt/vmTypes';
import { localAttachments } from '../operators/localAttachments';
import type { Policy } from '../operators/nmstateTypes';
import type { Cudn, Nad, Udn } from '../operators/ovn/ovnTypes';
import { plumbNode } from '../operators/ovn/plumbNode';
import { neighborsOf } from './buildNeighbors';
import { buildNode } from './buildNode';
import { buildNodeState } from './buildNodeState';
import { buildPlatform } from './buildPlatform';
import type { ClusterPlan, NodePlan } from './clusterPlan';
import { settleMachines } from './settleMachines';
import { settleNetworks } from './settleNetworks';
import type { SettlingNode } from './settlePolicies';
import { settlePolicies } from './settlePolicies';
import { stableUid, stamped, stampedAsWritten, TIMES } from './stampMetadata';

/** The documents of one kind, typed. The kind is all that tells them apart, so it is trusted. */
function documentsOf<T extends KubeObject>(plan: ClusterPlan, kind: string): T[] {
  return plan.documents.filter((document) => document.kind === kind) as T[];
}

const SETTLED_KINDS: ReadonlySet<string> = new Set([
  'NodeNetworkConfigurationPolicy',
  'NetworkAttachmentDefinition',
  'UserDefinedNetwork',
  'ClusterUserDefinedNetwork',
  'VirtualMachine',
]);

export function settleCluster(plan: ClusterPlan): KubeObject[] {
  const without = new Set(plan.without ?? []);
  const platform = buildPlatform(plan.nodes.length, without);
  const others = plan.documents
    .filter((document) => !SETTLED_KINDS.has(document.kind))
    .map((document) => stampedAsWritten(withNamespaceDefaults(document), TIMES.installed));
  const namespaces = [...platform, ...others].filter(({ kind }) => kind === 'Namespace');

  const { nads, networks } = settleNetworks({
    namespaces: namespaces,
    nads: documentsOf<Nad>(plan, 'NetworkAttachmentDefinition'),
    udns: documentsOf<Udn>(plan, 'UserDefinedNetwork'),
    cudns: documentsOf<Cudn>(plan, 'ClusterUserDefinedNetwork'),
  });
  const { machines, instances, pods } = settleMachines(
    without.has('kubevirt.io') ? [] : documentsOf<VirtualMachine>(plan, 'VirtualMachine'),
    plan,
  );
  const settling = plan.nodes.map((node) => startNode(node, plan));
  const { policies, enactments } = settlePolicies(
    documentsOf<Policy>(plan, 'NodeNetworkConfigurationPolicy'),
    settling,
  );
  plumb(settling, instances, nads);
  const nodes = plan.nodes.map((node, index) => finishNode(node, settling[index], plan));
  return [
    ...platform,
    ...others,
    ...nodes,
    ...settling.map(nodeNetworkState),
    ...policies,
    ...enactments,
    ...networks,
    ...nads,
    ...machines,
    ...instances,
    ...(plan.launcherPods === 'left out' ? [] : pods),
  ].filter((object) => !without.has(groupOf(object)));
}

const groupOf = ({ apiVersion }: KubeObject) =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';

/** People write a Namespace with labels only; the API server adds the name label and the phase. */
function withNamespaceDefaults(document: KubeObject): KubeObject {
  if (document.kind !== 'Namespace') return document;
  const { metadata } = document;
  const labels = { 'kubernetes.io/metadata.name': metadata.name, ...metadata.labels };
  return {
    ...document,
    metadata: { ...metadata, labels },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

function startNode(node: NodePlan, plan: ClusterPlan): SettlingNode {
  const neighbors = neighborsOf(node);
  const labels = buildNode(node, plan, { neighbors, bridges: [] }).metadata.labels ?? {};
  return { name: node.name, labels, neighbors, state: buildNodeState(node, plan) };
}

function plumb(
  nodes: readonly SettlingNode[],
  instances: readonly Vmi[],
  nads: readonly Nad[],
): void {
  const byKey = new Map(nads.map((nad) => [`${nad.metadata.namespace}/${nad.metadata.name}`, nad]));
  const byNode = new Map<string, Vmi[]>();
  for (const vmi of instances) {
    const node = vmi.status?.nodeName ?? '';
    const list = byNode.get(node);
    if (list) list.push(vmi);
    else byNode.set(node, [vmi]);
  }
  for (const node of nodes) {
    const here = byNode.get(node.name) ?? [];
    const attachments = localAttachments(here, (namespace, name) =>
      byKey.get(`${namespace}/${name}`),
    );
    node.state = plumbNode(node.state, attachments);
  }
}

function finishNode(
  node: NodePlan,
  settled: SettlingNode | undefined,
  plan: ClusterPlan,
): KubeObject {
  const bridges = (settled?.state.interfaces ?? [])
    .filter(({ type }) => type === 'linux-bridge')
    .map(({ name }) => name);
  return buildNode(node, plan, { neighbors: neighborsOf(node), bridges });
}

function nodeNetworkState({ name, state }: SettlingNode): KubeObject {
  return stamped(
    {
      apiVersion: 'nmstate.io/v1beta1',
      kind: 'NodeNetworkState',
      metadata: {
        name,
        generation: 1,
        labels: { 'nmstate.io/force-nns-refresh': '1757941562113458291' },
        ownerReferences: [
          { apiVersion: 'v1', kind: 'Node', name, uid: stableUid(`Node//${name}`) },
        ],
      },
      status: {
        currentState: state,
        handlerNetworkManagerVersion: '1.52.0-5.el9_6',
        handlerNmstateVersion: 'nmstatectl 2.2.47',
        hostNetworkManagerVersion: '1.52.0',
        lastSuccessfulUpdateTime: TIMES.observed,
      },
    },
    TIMES.installed,
  );
}
