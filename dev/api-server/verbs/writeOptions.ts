/**
 * The options a write takes from its query string, checked the way the API server checks them, and
 * the result every write gives back.
 */
import type { IncomingMessage } from 'node:http';
import { badRequest } from '../http/ApiError';
import type { ResourceKind } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';

type FieldValidation = 'Ignore' | 'Warn' | 'Strict';

export interface WriteOptions {
  readonly kind: ResourceKind;
  /** The version of the URL; bodies must be of this version. */
  readonly version: string;
  readonly namespace?: string;
  readonly subresource?: string;
  /** True when everything is to be checked and nothing stored (`dryRun=All`). */
  readonly dryRun: boolean;
  /** Who is named in managedFields. */
  readonly manager: string;
  readonly fieldValidation: FieldValidation;
  /** Takes fields over from other managers in a server-side apply. */
  readonly force: boolean;
}

export interface WriteResult {
  /** The object in the storage version. */
  readonly object: KubeObject;
  readonly created: boolean;
  /** True when the write ended the object's life (its last finalizer was removed). */
  readonly removed?: boolean;
  /** Texts for `Warning` headers. */
  readonly warnings: readonly string[];
}

/** Reads the write options of a request; throws 400 for a value Kubernetes does not know. */
export function parseWriteOptions(
  request: Pick<IncomingMessage, 'headers'>,
  query: URLSearchParams,
): Pick<WriteOptions, 'dryRun' | 'manager' | 'fieldValidation' | 'force'> {
  return {
    dryRun: parseDryRun(query.getAll('dryRun')),
    manager: query.get('fieldManager') ?? defaultManager(request.headers['user-agent']),
    fieldValidation: parseFieldValidation(query.get('fieldValidation')),
    force: query.get('force') === 'true',
  };
}

/** True for `All`, false when absent; anything else is refused. */
export function parseDryRun(values: readonly unknown[]): boolean {
  const unknown = values.find((value) => value !== 'All' && value !== '');
  if (unknown !== undefined) {
    throw badRequest(
      `dryRun: Unsupported value: ${JSON.stringify(unknown)}: supported values: "All"`,
    );
  }
  return values.includes('All');
}

function parseFieldValidation(value: string | null): FieldValidation {
  if (value === null || value === '') {
    return 'Warn';
  }
  if (value === 'Ignore' || value === 'Warn' || value === 'Strict') {
    return value;
  }
  throw badRequest(
    `fieldValidation: Unsupported value: "${value}": supported values: "Ignore", "Strict", "Warn"`,
  );
}

/** The first word of the user agent up to a slash, as the API server derives it. */
function defaultManager(userAgent: string | undefined): string {
  const name = (userAgent ?? '').split('/')[0]?.trim() ?? '';
  return name === '' ? 'unknown' : name;
}
