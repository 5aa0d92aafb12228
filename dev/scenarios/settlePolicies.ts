/**
 * The NMState half of a settled cluster: every policy applied to its nodes in name order, with the
 * enactments and the policy status the handler leaves behind. Uses the same pure functions as the
 * nmstate operator, so a scenario is a state the operator would have reached.
 */
import { matchesLabels } from '../operators/labels';
import { applyDesiredState } from '../operators/nmstate/applyDesiredState';
import {
  enactmentConditions,
  failureMessage,
  MAX_TRIES,
} from '../operators/nmstate/enactmentConditions';
import { policyConditions } from '../operators/nmstate/policyConditions';
import { renderDesiredState } from '../operators/nmstate/renderDesiredState';
import type { CurrentState, DesiredState, Enactment, Policy } from '../operators/nmstateTypes';
import { stamped, stampedAsWritten, stableUid, TIMES } from './stampMetadata';

/** A node while its policies are settled. */
export interface SettlingNode {
  name: string;
  labels: Readonly<Record<string, string>>;
  neighbors: Record<string, unknown[]>;
  state: CurrentState;
}

export interface SettledPolicies {
  policies: Policy[];
  enactments: Enactment[];
}

/** Applies each policy to each node it selects; the nodes' `state` moves on. */
export function settlePolicies(
  written: readonly Policy[],
  nodes: readonly SettlingNode[],
): SettledPolicies {
  const policies: Policy[] = [];
  const enactments: Enactment[] = [];
  const byName = [...written].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  for (const policy of byName) {
    const made = nodes
      .filter((node) => matchesLabels(policy.spec?.nodeSelector, node.labels))
      .map((node) => enact(policy, node));
    enactments.push(...made);
    const failed = made.filter(isFailing).length;
    const counts = {
      matching: made.length,
      notReady: 0,
      available: made.length - failed,
      failed,
      aborted: 0,
      pending: 0,
    };
    const status = {
      conditions: policyConditions(counts, TIMES.applied),
      lastUnavailableNodeCountUpdate: TIMES.applied,
    };
    policies.push({ ...stampedAsWritten(policy, TIMES.written), status });
  }
  return { policies, enactments };
}

const isFailing = (enactment: Enactment) =>
  enactment.status?.conditions?.some(({ type, status }) => type === 'Failing' && status === 'True');

function enact(policy: Policy, node: SettlingNode): Enactment {
  const rendered = renderDesiredState(policy, node.state);
  if (!rendered.ok) return enactment(policy, node.name, {}, rendered.error);
  const result = applyDesiredState(node.state, rendered.desiredState, {
    node: node.name,
    neighbors: node.neighbors,
  });
  if (!result.ok) {
    const message = failureMessage(node.name, result.error, TIMES.applied);
    return enactment(policy, node.name, rendered.desiredState, message);
  }
  node.state = result.state;
  return enactment(policy, node.name, rendered.desiredState);
}

function enactment(
  policy: Policy,
  node: string,
  desiredState: DesiredState,
  error?: string,
): Enactment {
  const stage =
    error === undefined ? { stage: 'done' as const } : { stage: 'failed' as const, message: error };
  return stamped(
    {
      apiVersion: 'nmstate.io/v1beta1',
      kind: 'NodeNetworkConfigurationEnactment',
      metadata: {
        name: `${node}.${policy.metadata.name}`,
        generation: 1,
        labels: {
          'app.kubernetes.io/component': 'kubernetes-nmstate-handler',
          'nmstate.io/node': node,
          'nmstate.io/policy': policy.metadata.name,
        },
        ownerReferences: [
          { apiVersion: 'v1', kind: 'Node', name: node, uid: stableUid(`Node//${node}`) },
        ],
      },
      status: {
        conditions: enactmentConditions(stage, TIMES.applied),
        desiredState,
        desiredStateMetaInfo: { time: TIMES.applied, version: '1' },
        policyGeneration: 1,
        ...(error === undefined ? {} : { retryCount: { '1': MAX_TRIES } }),
      },
    },
    TIMES.applied,
  );
}
