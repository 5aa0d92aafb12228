/**
 * The metadata the API server would have added: uid, creation time, generation and, for documents
 * that people wrote, one managedFields entry. All of it follows from the object's identity, so the
 * same scenario is the same on every run.
 */
import type { KubeObject } from '../api-server/kubeObject';
import { stableHex } from '../operators/nmstate/stableHash';

/** When things happened in every scenario; RFC 3339. */
export const TIMES = {
  installed: '2025-08-04T09:12:40Z',
  written: '2025-09-15T13:05:11Z',
  applied: '2025-09-15T13:06:02Z',
  started: '2025-09-16T07:31:25Z',
  observed: '2025-09-18T18:44:07Z',
  heartbeat: '2025-09-20T08:00:00Z',
} as const;

export function stableUid(text: string): string {
  const hex = stableHex(text, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** Group, kind, namespace and name; the core group is left out. */
function identityOf({ apiVersion, kind, metadata }: KubeObject): string {
  const group = apiVersion.includes('/') ? `${apiVersion.split('/')[0]}/` : '';
  return `${group}${kind}/${metadata.namespace ?? ''}/${metadata.name}`;
}

/** Adds what is missing; whatever the object already says about itself stays. */
export function stamped<T extends KubeObject>(object: T, created: string): T {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      creationTimestamp: created,
      ...('spec' in object ? { generation: 1 } : {}),
      ...metadata,
      uid: metadata.uid ?? stableUid(identityOf(object)),
    },
  };
}

/** As `stamped`, with the field manager of a person's `oc apply` on the top fields of the spec. */
export function stampedAsWritten<T extends KubeObject>(object: T, created: string): T {
  const spec = object['spec'];
  if (typeof spec !== 'object' || spec === null) return stamped(object, created);
  const fields = Object.fromEntries(Object.keys(spec).map((key) => [`f:${key}`, {}]));
  return stamped(
    {
      ...object,
      metadata: {
        managedFields: [
          {
            apiVersion: object.apiVersion,
            fieldsType: 'FieldsV1',
            fieldsV1: { 'f:spec': fields },
            manager: 'kubectl-client-side-apply',
            operation: 'Update',
            time: created,
          },
        ],
        ...object.metadata,
      },
    },
    created,
  );
}
