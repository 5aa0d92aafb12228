/**
 * Conditions of a UserDefinedNetwork or ClusterUserDefinedNetwork.
 * Source: ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork.
 */
import type { Condition } from '../nmstateTypes';

/** NetworkCreated with the namespaces that have the NAD; True also for none. */
export function createdCondition(namespaces: readonly string[], at: string): Condition {
  return {
    lastTransitionTime: at,
    message: `NetworkAttachmentDefinition has been created in following namespaces: [${[...namespaces].sort().join(', ')}]`,
    reason: 'NetworkAttachmentDefinitionCreated',
    status: 'True',
    type: 'NetworkCreated',
  };
}

/** NetworkCreated of a UDN, which lives in one namespace and names none. */
export function udnCreatedCondition(at: string): Condition {
  return {
    lastTransitionTime: at,
    message: 'NetworkAttachmentDefinition has been created',
    reason: 'NetworkAttachmentDefinitionCreated',
    status: 'True',
    type: 'NetworkCreated',
  };
}

export function failedCondition(reason: string, message: string, at: string): Condition {
  return { lastTransitionTime: at, message, reason, status: 'False', type: 'NetworkCreated' };
}

export function allocatedCondition(at: string): Condition {
  return {
    lastTransitionTime: at,
    message: 'Network allocation succeeded for all synced nodes.',
    reason: 'NetworkAllocationSucceeded',
    status: 'True',
    type: 'NetworkAllocationSucceeded',
  };
}
