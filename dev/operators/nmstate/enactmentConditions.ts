/**
 * The five conditions of a NodeNetworkConfigurationEnactment in each stage of an apply, with the
 * reasons and messages of kubernetes-nmstate pkg/enactmentstatus/conditions/conditions.go. Only the
 * True condition carries the message; the others repeat the reason.
 */
import type { Condition } from '../nmstateTypes';

/** Tries per policy generation (NNCP_MAX_RETRIES). */
export const MAX_TRIES = 5;

export type EnactmentStage =
  | { stage: 'applying' }
  | { stage: 'pending' }
  | { stage: 'retrying'; node: string; attempt: number }
  | { stage: 'failed'; message: string }
  | { stage: 'aborted'; enactment: string }
  | { stage: 'done' };

const TYPES = ['Failing', 'Available', 'Progressing', 'Pending', 'Aborted'] as const;
type ConditionType = (typeof TYPES)[number];

interface Picture {
  isTrue: readonly ConditionType[];
  reason: string;
  message: string;
}

function pictureOf(stage: EnactmentStage): Picture {
  switch (stage.stage) {
    case 'applying':
      return {
        isTrue: ['Progressing'],
        reason: 'ConfigurationProgressing',
        message: 'Applying desired state',
      };
    case 'pending':
      return {
        isTrue: ['Pending'],
        reason: 'MaxUnavailableLimitReached',
        message: 'Waiting for progressing nodes to finish',
      };
    case 'retrying':
      return {
        isTrue: ['Failing', 'Progressing'],
        reason: 'Retrying',
        message: `failed to reconcile NodeNetworkConfigurationPolicy on node ${stage.node}. Retrying ${stage.attempt}/${MAX_TRIES}`,
      };
    case 'failed':
      return { isTrue: ['Failing'], reason: 'FailedToConfigure', message: stage.message };
    case 'aborted':
      return {
        isTrue: ['Aborted'],
        reason: 'ConfigurationAborted',
        message: `reconciliation of enactment "${stage.enactment}" has aborted`,
      };
    case 'done':
      return {
        isTrue: ['Available'],
        reason: 'SuccessfullyConfigured',
        message: 'successfully reconciled',
      };
  }
}

/**
 * All five conditions for a stage reached at `at` (RFC 3339); where a status is as it was `before`,
 * its transition time stays.
 */
export function enactmentConditions(
  stage: EnactmentStage,
  at: string,
  before: readonly Condition[] = [],
): Condition[] {
  const { isTrue, reason, message } = pictureOf(stage);
  return TYPES.map((type) => {
    const status = isTrue.includes(type) ? 'True' : 'False';
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

/**
 * The final message of a node that failed for good: nmstatectl's log around its error line.
 * @param error nmstate's own line, `NmstateError: Kind: text`
 */
export function failureMessage(node: string, error: string, at: string): string {
  const log = (module: string, text: string) => `[${at} INFO  ${module}] ${text}`;
  const output = [
    log('nmstatectl', 'Nmstate version: 2.2.47'),
    log(
      'nmstate::query_apply::net_state',
      'Created checkpoint /org/freedesktop/NetworkManager/Checkpoint/12',
    ),
    log(
      'nmstate::nm::checkpoint',
      'Rollbacked to checkpoint /org/freedesktop/NetworkManager/Checkpoint/12',
    ),
    error,
    '',
  ].join('\n');
  return (
    `error reconciling NodeNetworkConfigurationPolicy on node ${node} at desired state apply: "",\n` +
    ` failed to execute nmstatectl set --no-commit --timeout 480: 'exit status 1' '' '${output}'`
  );
}
