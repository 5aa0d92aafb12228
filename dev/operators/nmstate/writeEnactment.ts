/**
 * Writes the NodeNetworkConfigurationEnactment of a policy on a node, making it when it is missing.
 * Name, labels and owner (the Node, not the policy) as in kubernetes-nmstate api/shared.
 */
import type { KubeClient } from '../client';
import { hasStatus } from '../client';
import { timestamp } from '../clock';
import type { Enactment, NodeObject, Policy } from '../nmstateTypes';
import { ENACTMENTS } from '../resources';
import type { EnactmentStage } from './enactmentConditions';
import { enactmentConditions } from './enactmentConditions';

export const enactmentName = (node: string, policy: string) => `${node}.${policy}`;

export interface EnactmentUpdate {
  stage: EnactmentStage;
  /** Rendered state and captures, when they are known by now. */
  rendered?: Pick<NonNullable<Enactment['status']>, 'desiredState' | 'capturedStates'>;
  /** Tries used up so far in this generation. */
  tries?: number;
}

export async function writeEnactment(
  client: KubeClient,
  policy: Policy,
  node: NodeObject,
  { stage, rendered, tries }: EnactmentUpdate,
): Promise<void> {
  const name = enactmentName(node.metadata.name, policy.metadata.name);
  const at = timestamp();
  const { generation = 1, resourceVersion = '' } = policy.metadata;
  const edit = (enactment: Enactment): Enactment => {
    const sameGeneration = enactment.status?.policyGeneration === generation;
    const kept = sameGeneration ? enactment.status : {};
    return {
      ...enactment,
      status: {
        ...kept,
        ...rendered,
        conditions: enactmentConditions(stage, at, enactment.status?.conditions),
        desiredStateMetaInfo: { time: at, version: resourceVersion },
        policyGeneration: generation,
        ...(tries === undefined ? {} : { retryCount: { [String(generation)]: tries } }),
      },
    };
  };
  if (await client.updateStatus<Enactment>(ENACTMENTS, { name }, edit)) return;
  await createEnactment(client, policy, node);
  await client.updateStatus<Enactment>(ENACTMENTS, { name }, edit);
}

async function createEnactment(
  client: KubeClient,
  policy: Policy,
  node: NodeObject,
): Promise<void> {
  const { name: nodeName, uid = '' } = node.metadata;
  try {
    await client.create<Enactment>(ENACTMENTS, {
      apiVersion: 'nmstate.io/v1beta1',
      kind: 'NodeNetworkConfigurationEnactment',
      metadata: {
        name: enactmentName(nodeName, policy.metadata.name),
        labels: {
          'app.kubernetes.io/component': 'kubernetes-nmstate-handler',
          'nmstate.io/node': nodeName,
          'nmstate.io/policy': policy.metadata.name,
        },
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: nodeName, uid }],
      },
    });
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
  }
}
