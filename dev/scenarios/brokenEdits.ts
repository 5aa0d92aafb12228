/**
 * The edits that broken scenarios are made of: of the documents that people wrote, of the nodes before
 * anything is applied, or of one object once the cluster is settled.
 */
import type { KubeObject } from '../api-server/kubeObject';
import { recordAt } from '../api-server/json';
import type {
  CurrentState,
  DesiredState,
  NmInterface,
  NodeNetworkState,
  Policy,
} from '../operators/nmstateTypes';
import { buildMachine } from './buildMachine';
import type { ClusterPlan, NodePlan } from './clusterPlan';

/** Undefined takes the object away. */
export type Edit = (object: KubeObject) => KubeObject | undefined;
export type PlanEdit = (plan: ClusterPlan) => ClusterPlan;

/** Edits the objects of this kind and name, leaves the rest alone. */
export const only =
  (kind: string, name: string, edit: Edit): Edit =>
  (object) =>
    object.kind === kind && object.metadata.name === name ? edit(object) : object;

/** What a node reports, as if somebody had changed it by hand. */
export const stateEdit = (node: string, edit: (state: CurrentState) => CurrentState): Edit =>
  only('NodeNetworkState', node, (object) => {
    const { status, ...rest }: NodeNetworkState = object;
    const currentState = status?.currentState;
    if (!currentState) return object;
    return { ...rest, status: { ...status, currentState: edit(currentState) } };
  });

export const nicEdit = (
  node: string,
  nic: string,
  edit: (iface: NmInterface) => NmInterface,
): Edit =>
  stateEdit(node, (state) => ({
    ...state,
    interfaces: state.interfaces.map((iface) =>
      iface.name === nic && iface.type === 'ethernet' ? edit(iface) : iface,
    ),
  }));

export const nadEdit = (
  name: string,
  edit: (config: Record<string, unknown>) => object | string,
): Edit =>
  only('NetworkAttachmentDefinition', name, (object) => {
    const spec = recordAt(object, 'spec');
    const edited = edit(JSON.parse(String(spec.config)) as Record<string, unknown>);
    const config = typeof edited === 'string' ? edited : JSON.stringify(edited);
    return { ...object, spec: { ...spec, config } };
  });

/** Replaces a text wherever it stands in the objects that `of` chooses. */
export const textEdit =
  (of: (object: KubeObject) => boolean, from: string, to: string): Edit =>
  (object) =>
    of(object) ? (JSON.parse(JSON.stringify(object).replaceAll(from, to)) as KubeObject) : object;

/** Edits what people wrote, before any operator sees it. */
export const written =
  (edit: Edit): PlanEdit =>
  (plan) => ({ ...plan, documents: plan.documents.flatMap((document) => edit(document) ?? []) });

/** Adds what somebody else wrote. */
export const alsoWritten =
  (...documents: readonly KubeObject[]): PlanEdit =>
  (plan) => ({ ...plan, documents: [...plan.documents, ...documents] });

export const wired =
  (edit: (node: NodePlan) => NodePlan): PlanEdit =>
  (plan) => ({ ...plan, nodes: plan.nodes.map(edit) });

export const policy = (
  name: string,
  nodeSelector: Readonly<Record<string, string>>,
  desiredState: DesiredState,
): Policy => ({
  apiVersion: 'nmstate.io/v1',
  kind: 'NodeNetworkConfigurationPolicy',
  metadata: { name },
  spec: { nodeSelector, maxUnavailable: 1, desiredState },
});

/** A VM that is stopped, so that nothing runs which could not. */
export const stoppedVm = (namespace: string, name: string, networkName: string): KubeObject =>
  buildMachine(namespace, name, [{ name: 'default' }, { name: 'net1', networkName }], 'Halted');
