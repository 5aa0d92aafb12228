/**
 * The four conditions of a NodeNetworkConfigurationPolicy, counted from the enactments of its
 * current generation. Source: kubernetes-nmstate pkg/policyconditions/conditions.go.
 */
import type { Condition } from '../nmstateTypes';

/** How many matching nodes there are, and how far the Ready ones have come. */
export interface PolicyCounts {
  matching: number;
  notReady: number;
  available: number;
  failed: number;
  aborted: number;
  pending: number;
}

const TYPES = ['Available', 'Degraded', 'Progressing', 'Ignored'] as const;

type Statuses = readonly [string, string, string, string];

interface Picture {
  statuses: Statuses;
  reason: string;
  message: string;
}

function pictureOf(counts: PolicyCounts): Picture {
  const { matching, notReady, available, failed, aborted, pending } = counts;
  if (matching === 0) {
    return {
      statuses: ['False', 'False', 'False', 'True'],
      reason: 'NoMatchingNode',
      message: 'Policy does not match any node',
    };
  }
  const ready = matching - notReady;
  const ignored = notReady > 0 ? `, ${notReady} nodes ignored due to NotReady state` : '';
  const finished = available + failed + aborted;
  if (finished < ready) {
    const waiting = pending > 0 ? `, ${pending} pending` : '';
    return {
      statuses: ['Unknown', 'Unknown', 'True', 'False'],
      reason: 'ConfigurationProgressing',
      message: `Policy is progressing ${finished}/${ready} nodes finished${waiting}${ignored}`,
    };
  }
  if (failed + aborted > 0) {
    const stopped = aborted > 0 ? `, ${aborted} nodes aborted configuration` : '';
    return {
      statuses: ['False', 'True', 'False', 'False'],
      reason: 'FailedToConfigure',
      message: `${failed}/${ready} nodes failed to configure${stopped}`,
    };
  }
  return {
    statuses: ['True', 'False', 'False', 'False'],
    reason: 'SuccessfullyConfigured',
    message: `${available}/${ready} nodes successfully configured${ignored}`,
  };
}

/** The conditions for these counts; `lastTransitionTime` is kept where the status is unchanged. */
export function policyConditions(
  counts: PolicyCounts,
  at: string,
  before: readonly Condition[] = [],
): Condition[] {
  const { statuses, reason, message } = pictureOf(counts);
  return TYPES.map((type, index) => {
    const status = statuses[index] ?? 'Unknown';
    const previous = before.find((condition) => condition.type === type);
    return {
      lastHeartbeatTime: at,
      lastTransitionTime: (previous?.status === status && previous.lastTransitionTime) || at,
      ...(status === 'True' ? { message } : {}),
      reason,
      status,
      type,
    };
  });
}

/** A policy whose new generation was just seen: everything Unknown, no reason. */
export function resetConditions(at: string): Condition[] {
  return TYPES.map((type) => ({
    lastHeartbeatTime: at,
    lastTransitionTime: at,
    reason: '',
    status: 'Unknown',
    type,
  }));
}
