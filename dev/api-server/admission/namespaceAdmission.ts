/**
 * Namespaces: the name label, the finalizer that keeps a deleted namespace until it is empty, the
 * phase, and the OVN-Kubernetes rule that the primary network label can only be set at creation
 * (ovn-kubernetes docs/features/user-defined-networks).
 */
import { recordAt } from '../json';
import { ApiError } from '../http/ApiError';
import type { Admission } from './admission';

const PRIMARY_NETWORK_LABEL = 'k8s.ovn.org/primary-user-defined-network';

export const namespaceAdmission: Admission = {
  setDefaults(object) {
    const name = object.metadata.name;
    object.metadata.labels = { ...object.metadata.labels, 'kubernetes.io/metadata.name': name };
    object.spec = { ...recordAt(object, 'spec'), finalizers: ['kubernetes'] };
    object.status = { phase: 'Active', ...recordAt(object, 'status') };
  },

  check({ object, previous, kind }) {
    if (previous === undefined) {
      return;
    }
    const before = previous.metadata.labels?.[PRIMARY_NETWORK_LABEL];
    const after = object.metadata.labels?.[PRIMARY_NETWORK_LABEL];
    if (before === after) {
      return;
    }
    const name = object.metadata.name;
    const why = `The '${PRIMARY_NETWORK_LABEL}' label cannot be added/removed after the namespace was created`;
    const policy = 'user-defined-networks-namespace-label';
    const message = `${kind.id} "${name}" is forbidden: ValidatingAdmissionPolicy '${policy}' with binding '${policy}-binding' denied request: ${why}`;
    throw new ApiError(422, 'Invalid', message, { name, kind: kind.plural, causes: [{ message }] });
  },
};
