/**
 * NodeNetworkConfigurationPolicy: fields outside the schema are pruned, the name must be a label
 * value, and a spec may only change once the policy has finished; `capture` never changes
 * (kubernetes-nmstate deploy/handler/operator.yaml and pkg/webhook). What desiredState says is not
 * looked at: it is unmodelled and only a node can refuse it.
 */
import { ApiError } from '../http/ApiError';
import { arrayAt, isRecord, jsonEqual, stringAt, valueAt } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import type { Admission } from './admission';

const POLICY = 'nmstate-nncp-validation';
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

export const nodeNetworkPolicyAdmission: Admission = {
  shape: {
    fields: {
      apiVersion: 'any',
      kind: 'any',
      metadata: 'any',
      spec: {
        fields: { desiredState: 'any', nodeSelector: 'any', maxUnavailable: 'any', capture: 'any' },
      },
      status: 'any',
    },
  },

  check({ kind, object, previous }) {
    const name = object.metadata.name;
    if (previous === undefined) {
      if (name.length > 63 || !LABEL_VALUE.test(name)) {
        const text = `invalid policy name: "${name}": must be no more than 63 characters or match label value format`;
        throw denied(kind, name, text);
      }
      return;
    }
    if (jsonEqual(object.spec, previous.spec)) {
      return;
    }
    if (!hasFinished(previous)) {
      throw denied(kind, name, `policy ${name} is still in progress`);
    }
    if (!jsonEqual(valueAt(object, 'spec', 'capture'), valueAt(previous, 'spec', 'capture'))) {
      const text = 'invalid policy operation: capture field cannot be modified';
      throw denied(kind, name, text);
    }
  },
};

/** A policy is finished once Available carries a reason other than the one of a running rollout. */
function hasFinished(policy: KubeObject): boolean {
  return arrayAt(policy, 'status', 'conditions').some((condition) => {
    const reason = stringAt(condition, 'reason');
    const isAvailable = isRecord(condition) && condition.type === 'Available';
    return isAvailable && reason !== '' && reason !== 'ConfigurationProgressing';
  });
}

function denied(kind: ResourceKind, name: string, why: string): ApiError {
  const text = `ValidatingAdmissionPolicy '${POLICY}' with binding '${POLICY}-binding' denied request: ${why}`;
  const message = `${kind.id} "${name}" is forbidden: ${text}`;
  const details = { name, group: kind.group, kind: kind.plural, causes: [{ message: text }] };
  return new ApiError(422, 'Invalid', message, details);
}
