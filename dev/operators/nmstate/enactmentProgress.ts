/** Reads how far a node has come with a policy from the conditions of its enactment. */
import type { Enactment } from '../nmstateTypes';
import { MAX_TRIES } from './enactmentConditions';

export type Progress = 'none' | 'progressing' | 'pending' | 'available' | 'failed' | 'aborted';

/** Anything of an older policy generation counts as `none`. */
export function progressOf(enactment: Enactment | undefined, generation: number): Progress {
  const status = enactment?.status;
  if (!status || status.policyGeneration !== generation) return 'none';
  const isTrue = (type: string) =>
    status.conditions?.some((condition) => condition.type === type && condition.status === 'True');
  if (isTrue('Available')) return 'available';
  if (isTrue('Aborted')) return 'aborted';
  if (isTrue('Pending')) return 'pending';
  if (isTrue('Progressing')) return 'progressing';
  return isTrue('Failing') ? 'failed' : 'none';
}

/** Once the tries of a generation are used up the node skips every further apply of it. */
export function hasExhaustedTries(enactment: Enactment | undefined, generation: number): boolean {
  return (enactment?.status?.retryCount?.[String(generation)] ?? 0) >= MAX_TRIES;
}
