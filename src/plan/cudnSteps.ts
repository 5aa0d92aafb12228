/**
 * The CUDN of a localnet network and the labels by which it selects projects (D.6). A CUDN that
 * exists is not changed: its projects are chosen by their labels alone.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { LabelSelector } from '../cluster/labelSelector';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { applyOperations } from './applyOperations';
import type { AttachIntent } from './attachIntent';
import type { FlowContext, FlowPlan } from './flows/flow';
import { labelOperation } from './labelOperation';
import { stepId } from './model';
import type { ObjectRef, Step } from './model';
import { cudnBody } from './objectBodies';
import { WAIT_SECONDS } from './waitSeconds';

/** The namespace that serves every project, and the label that every namespace has. */
const EVERYWHERE = 'default';
const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

interface NetworkPart {
  readonly localnet: string;
  /** Bytes. */
  readonly mtu: number;
}

/** Label of the projects of a new CUDN; for all projects the name of `default` (D.6). */
const labelsFor = (intent: AttachIntent): Readonly<Record<string, string>> =>
  intent.projects.includes(EVERYWHERE)
    ? { [NAMESPACE_NAME_LABEL]: EVERYWHERE }
    : { [`vm-network/${intent.networkName}`]: 'true' };

/** Labels that a project must have to be offered the network. */
const selectorLabels = (graph: NetworkGraph, intent: AttachIntent) =>
  graph.snapshot.cudns.items.get(intent.networkName)?.namespaceSelector.matchLabels ??
  labelsFor(intent);

/** A CUDN that shows in the NADs made from it alone: it may be used, and nothing said to it. */
export const isHiddenCudn = ({ graph, intent }: Pick<FlowContext, 'graph' | 'intent'>): boolean =>
  intent.flow === 'cudnLocalnet' &&
  intent.uplink.type === 'unseen' &&
  !graph.snapshot.cudns.items.has(intent.networkName);

/** Chosen projects that do not carry the network's label yet; empty for other flows. */
export const projectsToLabel = ({
  graph,
  intent,
}: Pick<FlowContext, 'graph' | 'intent'>): readonly string[] => {
  if (intent.flow !== 'cudnLocalnet' || isHiddenCudn({ graph, intent })) return [];
  const wanted = intent.projects.includes(EVERYWHERE) ? [EVERYWHERE] : intent.projects;
  if (graph.snapshot.cudns.items.has(intent.networkName)) {
    const selected = new Set(graph.namespacesOfCudn(intent.networkName));
    return wanted.filter((project) => !selected.has(project));
  }
  const labels = labelsFor(intent);
  return wanted.filter((project) => !hasLabels(graph, project, labels));
};

export const cudnSteps = (context: FlowContext, part: NetworkPart): FlowPlan => {
  const { graph, intent } = context;
  if (isHiddenCudn(context)) return { steps: [], reused: [isUsed(intent)] };
  const labels = selectorLabels(graph, intent);
  const labelling = labelSteps(graph, intent, projectsToLabel(context), labels);
  if (graph.snapshot.cudns.items.has(intent.networkName)) {
    return {
      steps: labelling,
      reused: [isUsed(intent)],
    };
  }
  return { steps: [cudnStep(intent, part, labels), ...labelling], reused: [] };
};

const isUsed = ({ networkName }: AttachIntent): Text =>
  text('ClusterUserDefinedNetwork {{network}} exists and is used as it is.', {
    network: networkName,
  });

const hasLabels = (
  graph: NetworkGraph,
  project: string,
  labels: Readonly<Record<string, string>>,
): boolean => {
  const own = graph.snapshot.namespaces.items.get(project)?.meta.labels ?? {};
  return Object.entries(labels).every(
    ([key, value]) => own[key] === value || (key === NAMESPACE_NAME_LABEL && value === project),
  );
};

const cudnStep = (
  intent: AttachIntent,
  part: NetworkPart,
  labels: Readonly<Record<string, string>>,
): Step => {
  const name = intent.networkName;
  const ref: ObjectRef = {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'ClusterUserDefinedNetwork',
    namespace: '',
    name,
  };
  return {
    id: stepId(ref),
    ref,
    purpose:
      intent.vlan === undefined
        ? text('Makes the network {{network}} on localnet {{localnet}}, untagged.', {
            network: name,
            localnet: part.localnet,
          })
        : text('Makes the network {{network}} on localnet {{localnet}}, VLAN {{vlan}}.', {
            network: name,
            localnet: part.localnet,
            vlan: intent.vlan,
          }),
    write: {
      type: 'create',
      body: cudnBody({
        name,
        jobId: intent.jobId,
        matchLabels: labels,
        physicalName: part.localnet,
        mtu: part.mtu,
        addressing: intent.addressing,
        ...(intent.vlan === undefined ? {} : { vlan: intent.vlan }),
      }),
    },
    wait: { type: 'cudnCreated', cudn: name, timeoutSeconds: WAIT_SECONDS.udn },
    inverse: {
      type: 'delete',
      ref,
      wait: { type: 'cudnGone', cudn: name, timeoutSeconds: WAIT_SECONDS.gone },
    },
    nodes: [],
  };
};

/** The one label that each project lacks; `canJoinByLabel` keeps out what needs more. */
const labelSteps = (
  graph: NetworkGraph,
  intent: AttachIntent,
  projects: readonly string[],
  labels: Readonly<Record<string, string>>,
): readonly Step[] =>
  [...projects].sort().flatMap((project) => {
    const own = graph.snapshot.namespaces.items.get(project)?.meta.labels ?? {};
    const [label] = Object.entries(labels).filter(([key, value]) => own[key] !== value);
    return label === undefined ? [] : [labelStep(graph, intent, project, label)];
  });

const labelStep = (
  graph: NetworkGraph,
  intent: AttachIntent,
  project: string,
  [label, value]: readonly [string, string],
): Step => {
  const meta = graph.snapshot.namespaces.items.get(project)?.meta;
  const ref: ObjectRef = { apiVersion: 'v1', kind: 'Namespace', namespace: '', name: project };
  const before: KubeObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: project, labels: meta?.labels ?? {} },
  };
  const operations = labelOperation(meta, label, value);
  const nad = `${project}/${intent.networkName}`;
  return {
    id: stepId(ref),
    ref,
    purpose: text('Labels project {{project}}, so that network {{network}} is offered there.', {
      project,
      network: intent.networkName,
    }),
    write: { type: 'patch', operations, before, after: applyOperations(before, operations) },
    wait: { type: 'nadAccepted', nad, timeoutSeconds: WAIT_SECONDS.udn },
    inverse: {
      type: 'removeLabel',
      ref,
      label,
      value,
      wait: { type: 'nadGone', nad, timeoutSeconds: WAIT_SECONDS.gone },
    },
    nodes: [],
  };
};

/**
 * Whether a project can join an existing CUDN by one label: its selector names labels only, and
 * none is one that people cannot set.
 */
export const canJoinByLabel = (
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean => {
  const missing = Object.entries(selector.matchLabels).filter(
    ([key, value]) => labels[key] !== value,
  );
  const [first] = missing;
  return (
    selector.matchExpressions.length === 0 &&
    missing.length === 1 &&
    first !== undefined &&
    first[0] !== NAMESPACE_NAME_LABEL &&
    labels[first[0]] === undefined
  );
};
