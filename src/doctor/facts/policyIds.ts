/** Ids of a policy and of what belongs to it, as findings name them. */
import type { EnactmentRecord } from '../../cluster/enactmentRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { entityId } from '../../network/model';

export const policyId = (policy: PolicyRecord): string => entityId('policy', policy.meta.name);

/** The enactment of a policy on a node, also one that is not there and should be. */
export const enactmentId = (policy: PolicyRecord, node: string): string =>
  entityId('enactment', node, policy.meta.name);

/** The enactments and the nodes they are on. */
export const enactmentsAndNodes = (enactments: readonly EnactmentRecord[]): readonly string[] =>
  enactments.flatMap(({ node, policy }) => [
    entityId('enactment', node, policy),
    entityId('node', node),
  ]);
