/**
 * What the API server fills into core objects at creation: a pod is Pending until somebody says
 * otherwise, a secret is Opaque and keeps `stringData` as `data` (k8s.io/kubernetes pkg/apis/core/v1
 * defaults.go, pkg/registry/core).
 */
import { recordAt } from '../json';
import type { Admission } from './admission';

export const podAdmission: Admission = {
  setDefaults(object) {
    object.status = { phase: 'Pending', ...recordAt(object, 'status') };
  },
};

export const secretAdmission: Admission = {
  setDefaults(object) {
    object.type ??= 'Opaque';
    if (object.stringData === undefined) {
      return;
    }
    const encoded = Object.entries(recordAt(object, 'stringData')).map(
      ([key, text]) => [key, Buffer.from(String(text)).toString('base64')] as const,
    );
    object.data = { ...recordAt(object, 'data'), ...Object.fromEntries(encoded) };
    delete object.stringData;
  },
};
