/**
 * What a URL points at, by the layout of Kubernetes URLs: `/api/v1/...` for the core group,
 * `/apis/<group>/<version>/...` for the others, `namespaces/<ns>` before a namespaced resource,
 * `<name>/<subresource>` at the end (k8s.io/apiserver/pkg/endpoints/request/requestinfo.go).
 */
import { optional } from './optional';

export interface ResourceTarget {
  readonly type: 'resource';
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
}

interface OtherTarget {
  readonly type: 'other';
  /** Path segments, for discovery and the other documents. */
  readonly segments: readonly string[];
}

export type RequestTarget = ResourceTarget | OtherTarget;

/** Splits a URL path; never fails, what it cannot read as a resource is an `other` target. */
export function parseTarget(path: string): RequestTarget {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment);
  if (segments[0] === 'api' && segments.length > 2) {
    return resourceTarget('', segments[1] ?? '', segments.slice(2));
  }
  if (segments[0] === 'apis' && segments.length > 3) {
    return resourceTarget(segments[1] ?? '', segments[2] ?? '', segments.slice(3));
  }
  return { type: 'other', segments };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray % is part of the name; the look-up will not find it
  }
}

function resourceTarget(group: string, version: string, rest: readonly string[]): RequestTarget {
  const base = { type: 'resource', group, version } as const;
  const [first = '', second, third, ...more] = rest;
  // `namespaces/x` and `namespaces/x/status` are the namespace itself, anything longer is inside it.
  const inside =
    first === 'namespaces' && third !== undefined && third !== 'status' && third !== 'finalize';
  if (!inside) {
    return {
      ...base,
      plural: first,
      ...optional('name', second),
      ...optional('subresource', third),
    };
  }
  const [name, subresource] = more;
  return {
    ...base,
    plural: third,
    ...optional('namespace', second),
    ...optional('name', name),
    ...optional('subresource', subresource),
  };
}
