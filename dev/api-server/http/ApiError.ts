/**
 * An error that travels to the client as a Kubernetes Status object. The factories word the errors
 * as apimachinery does (k8s.io/apimachinery/pkg/api/errors): clients match on these texts.
 */
import { toJson } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';

export interface Status {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: Record<string, never>;
  readonly status: 'Success' | 'Failure';
  readonly message?: string;
  readonly reason?: string;
  readonly details?: Record<string, unknown>;
  readonly code: number;
}

export class ApiError extends Error {
  readonly status: Status;

  constructor(code: number, reason: string, message: string, details?: Record<string, unknown>) {
    super(message);
    this.name = 'ApiError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      ...(reason === '' ? {} : { reason }),
      ...(details === undefined ? {} : { details }),
      code,
    };
  }
}

function detailsOf(kind: ResourceKind, name: string): Record<string, unknown> {
  return {
    ...(name === '' ? {} : { name }),
    ...(kind.group === '' ? {} : { group: kind.group }),
    kind: kind.plural,
  };
}

/** 404 for an object that does not exist. */
export function notFound(kind: ResourceKind, name: string): ApiError {
  return new ApiError(404, 'NotFound', `${kind.id} "${name}" not found`, detailsOf(kind, name));
}

/** 404 for a resource or subresource that the server does not have. */
export function unknownResource(): ApiError {
  return new ApiError(404, 'NotFound', 'the server could not find the requested resource', {});
}

/** 409 for a create under a name that is taken. */
export function alreadyExists(kind: ResourceKind, name: string): ApiError {
  const message = `${kind.id} "${name}" already exists`;
  return new ApiError(409, 'AlreadyExists', message, detailsOf(kind, name));
}

/** 409 for a write on an outdated version or with a failed precondition; `why` says which. */
export function conflict(kind: ResourceKind, name: string, why: string): ApiError {
  const message = `Operation cannot be fulfilled on ${kind.id} "${name}": ${why}`;
  return new ApiError(409, 'Conflict', message, detailsOf(kind, name));
}

export const MODIFIED_MEANWHILE =
  'the object has been modified; please apply your changes to the latest version and try again';

/** 403 for anything that is refused about a resource; `why` is the sentence after the colon. */
export function forbidden(kind: ResourceKind, name: string, why: string): ApiError {
  const subject = name === '' ? kind.id : `${kind.id} "${name}"`;
  const message = `${subject} is forbidden: ${why}`;
  return new ApiError(403, 'Forbidden', message, detailsOf(kind, name));
}

/** 422 with one or more field errors. */
export function invalid(kind: ResourceKind, name: string, errors: readonly FieldError[]): ApiError {
  const texts = errors.map((error) => `${error.field}: ${error.message}`);
  const list = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const type = kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`;
  return new ApiError(422, 'Invalid', `${type} "${name}" is invalid: ${list ?? ''}`, {
    ...detailsOf(kind, name),
    kind: kind.kind,
    causes: errors.map(({ reason, message, field }) => ({ reason, message, field })),
  });
}

/** A wrong field, worded as k8s.io/apimachinery/pkg/util/validation/field does. */
export interface FieldError {
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

/** `Invalid value: <value>: <why>`; strings are quoted, objects named by their type. */
export function invalidValue(field: string, value: unknown, why: string): FieldError {
  const shown = typeof value === 'object' && value !== null ? '"object"' : toJson(value);
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${shown}: ${why}`,
  };
}

export function requiredValue(field: string, why = ''): FieldError {
  const message = why === '' ? 'Required value' : `Required value: ${why}`;
  return { field, reason: 'FieldValueRequired', message };
}

export function unsupportedValue(
  field: string,
  value: unknown,
  supported: readonly string[],
): FieldError {
  const list = supported.map((item) => JSON.stringify(item)).join(', ');
  return {
    field,
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${toJson(value)}: supported values: ${list}`,
  };
}

export function forbiddenField(field: string, why: string): FieldError {
  return { field, reason: 'FieldValueForbidden', message: `Forbidden: ${why}` };
}

/** 400 for a request that cannot be understood. */
export function badRequest(message: string): ApiError {
  return new ApiError(400, 'BadRequest', message);
}

/** 405 for a verb that the resource does not have. */
export function methodNotAllowed(): ApiError {
  const message = 'the server does not allow this method on the requested resource';
  return new ApiError(405, 'MethodNotAllowed', message, {});
}

/** 415 for a body in a format the resource does not take. */
export function unsupportedMediaType(accepted: readonly string[]): ApiError {
  const message = `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`;
  return new ApiError(415, 'UnsupportedMediaType', message);
}

/** 410 for a resourceVersion that compaction has dropped. */
export function tooOldRevision(requested: number, compacted: number): ApiError {
  const message = `too old resource version: ${requested} (${compacted})`;
  return new ApiError(410, 'Expired', message);
}

/** 410 for a page of a list whose snapshot is gone. */
export function expiredContinue(): ApiError {
  const message =
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.';
  return new ApiError(410, 'Expired', message);
}

/** 504 for a resourceVersion that this server has not reached yet. */
export function tooLargeRevision(requested: number, current: number): ApiError {
  const message = `Too large resource version: ${requested}, current: ${current}`;
  return new ApiError(504, 'Timeout', message, {
    causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
    retryAfterSeconds: 1,
  });
}

/** 422 for a JSON patch whose operations cannot be carried out, a failed `test` included. */
export function patchRefused(): ApiError {
  const message = 'the server rejected our request due to an error in our request';
  return new ApiError(422, 'Invalid', message, {});
}

/** 401 for a token that nobody holds. */
export function unauthorized(): ApiError {
  return new ApiError(401, 'Unauthorized', 'Unauthorized');
}

/** The Status that answers a completed deletion. */
export function deletedStatus(kind: ResourceKind, name: string, uid: string | undefined): Status {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { ...detailsOf(kind, name), ...(uid === undefined ? {} : { uid }) },
    code: 200,
  };
}
