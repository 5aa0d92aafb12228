/**
 * NodeNetworkConfigurationEnactment: one policy on one node. Its rendered document repeats the
 * policy's, thousands of times in a big cluster, so it is kept only where captures made it
 * something else. Source: kubernetes-nmstate api/shared, pkg/enactmentstatus; domain
 * reference A.2.
 */
import type { EnactmentRecord } from './enactmentRecord';
import { asNumber, ownString, recordOf } from './json';
import { readConditions } from './readConditions';
import { readDesiredState } from './readDesiredState';
import { readMeta } from './readMeta';

const NODE_LABEL = 'nmstate.io/node';
const POLICY_LABEL = 'nmstate.io/policy';

/** Takes a NodeNetworkConfigurationEnactment; undefined when it has no name. */
export const readEnactment = (object: unknown): EnactmentRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const status = recordOf(recordOf(object).status);
  const policyGeneration = asNumber(status.policyGeneration) ?? 0;
  const usesCapture = Object.keys(recordOf(status.capturedStates)).length > 0;
  return {
    kind: 'enactment',
    meta,
    node: ownString(meta.labels, NODE_LABEL) ?? '',
    policy: ownString(meta.labels, POLICY_LABEL) ?? '',
    policyGeneration,
    conditions: readConditions(status.conditions),
    retryCount: asNumber(recordOf(status.retryCount)[String(policyGeneration)]) ?? 0,
    rendered: usesCapture ? readDesiredState(status.desiredState) : undefined,
  };
};
