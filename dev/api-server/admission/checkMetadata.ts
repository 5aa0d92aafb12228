/**
 * The checks that every object passes whatever its kind: a name Kubernetes accepts, readable labels,
 * complete owner references (k8s.io/apimachinery/pkg/api/validation/objectmeta.go).
 */
import type { FieldError } from '../http/ApiError';
import { invalidValue, requiredValue } from '../http/ApiError';
import { isRecord } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import type { ObjectMeta } from '../kubeObject';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const LABEL_NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

const LABEL_TEXT =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN_TEXT =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_VALUE_TEXT =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const LABEL_KEY_TEXT =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

/** Everything that is wrong with an object's metadata; empty when nothing is. */
export function checkMetadata(kind: ResourceKind, metadata: ObjectMeta): FieldError[] {
  return [
    ...checkName(kind, metadata.name),
    ...Object.entries(metadata.labels ?? {}).flatMap(([key, value]) => checkLabel(key, value)),
    ...checkOwners(metadata.ownerReferences ?? []),
  ];
}

function checkName(kind: ResourceKind, name: string): FieldError[] {
  const field = 'metadata.name';
  if (name === '') {
    return [requiredValue(field, 'name or generateName is required')];
  }
  if (kind.group === 'rbac.authorization.k8s.io') {
    return /[/%]/.test(name) || name === '.' || name === '..'
      ? [invalidValue(field, name, "may not contain '/' or '%'")]
      : [];
  }
  if (kind.id === 'namespaces') {
    return checkPattern(field, name, { pattern: LABEL, text: LABEL_TEXT, longest: 63 });
  }
  return checkPattern(field, name, { pattern: SUBDOMAIN, text: SUBDOMAIN_TEXT, longest: 253 });
}

function checkPattern(
  field: string,
  value: string,
  rule: { pattern: RegExp; text: string; longest: number },
): FieldError[] {
  if (value.length > rule.longest) {
    return [invalidValue(field, value, `must be no more than ${rule.longest} characters`)];
  }
  return rule.pattern.test(value) ? [] : [invalidValue(field, value, rule.text)];
}

function checkLabel(key: string, value: unknown): FieldError[] {
  const field = 'metadata.labels';
  const name = key.slice(key.indexOf('/') + 1);
  const errors = checkPattern(field, name, {
    pattern: LABEL_NAME,
    text: LABEL_KEY_TEXT,
    longest: 63,
  });
  if (typeof value !== 'string') {
    return [...errors, invalidValue(field, value, 'must be a string')];
  }
  const rule = { pattern: LABEL_VALUE, text: LABEL_VALUE_TEXT, longest: 63 };
  return [...errors, ...checkPattern(field, value, rule)];
}

function checkOwners(owners: readonly unknown[]): FieldError[] {
  return owners.flatMap((owner, index) => {
    if (!isRecord(owner)) {
      return [invalidValue(`metadata.ownerReferences[${index}]`, owner, 'must be an object')];
    }
    return ['apiVersion', 'kind', 'name', 'uid'].flatMap((key) =>
      typeof owner[key] === 'string' && owner[key] !== ''
        ? []
        : [
            invalidValue(
              `metadata.ownerReferences[${index}].${key}`,
              owner[key] ?? '',
              'must not be empty',
            ),
          ],
    );
  });
}
