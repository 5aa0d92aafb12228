/**
 * What an enactment and a policy say of themselves. A condition that is missing or still
 * progressing is `unknown`, never a success (kubernetes-nmstate pkg/enactmentstatus and
 * pkg/policyconditions; domain reference A.1.2, A.2).
 */
import type { Condition } from '../cluster/condition';
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import { text } from '../cluster/text';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';

const conditionTrue = (conditions: readonly Condition[], type: string): Condition | undefined =>
  conditions.find((c) => c.type === type && c.status === 'True');

const NMSTATE_ERROR = /NmstateError: \w+: .*/;

/** The line that matters of a message that may hold the whole nmstate log. */
const essence = (message: string): string => {
  const error = NMSTATE_ERROR.exec(message)?.[0];
  return error ?? message.split('\n', 1)[0] ?? '';
};

/** Outcome of one policy on one node. */
export const enactmentState = (enactment: EnactmentRecord): Judgement => {
  const { conditions, policy, node } = enactment;
  const values = { policy, node };
  if (conditionTrue(conditions, 'Progressing') !== undefined) {
    return unknown(text('Policy {{policy}} is being applied on {{node}}.', values));
  }
  const failing = conditionTrue(conditions, 'Failing');
  if (failing !== undefined) {
    const message = essence(failing.message);
    return broken(
      text('Policy {{policy}} failed on {{node}}: {{message}}', { ...values, message }),
    );
  }
  if (conditionTrue(conditions, 'Aborted') !== undefined) {
    return broken(
      text('Policy {{policy}} was aborted on {{node}}: it failed on too many other nodes.', values),
    );
  }
  if (conditionTrue(conditions, 'Pending') !== undefined) {
    return unknown(text('Policy {{policy}} waits for its turn on {{node}}.', values));
  }
  if (conditionTrue(conditions, 'Available') !== undefined) return OK;
  return unknown(text('NMState does not say yet how policy {{policy}} went on {{node}}.', values));
};

/** State of a policy as a whole; per-node truth is in its enactments. */
export const policyState = (policy: PolicyRecord): Judgement => {
  const { conditions } = policy;
  const values = { policy: policy.meta.name };
  const degraded = conditionTrue(conditions, 'Degraded');
  if (degraded !== undefined) {
    const message = essence(degraded.message);
    return broken(text('Policy {{policy}} failed: {{message}}', { ...values, message }));
  }
  if (conditionTrue(conditions, 'Ignored') !== undefined) {
    return broken(text('Policy {{policy}} matches no node, so it configures nothing.', values));
  }
  if (conditionTrue(conditions, 'Available') !== undefined) return OK;
  if (conditionTrue(conditions, 'Progressing') !== undefined) {
    return unknown(text('Policy {{policy}} is still being applied.', values));
  }
  return unknown(text('Policy {{policy}} has no status yet.', values));
};
