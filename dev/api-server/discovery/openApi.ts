/**
 * OpenAPI v3, as much as kubectl needs: for every kind that it may be patched and that the server
 * validates fields itself, the fields that the kind declares, and what `explain` tells of them; the rest
 * of a schema is open.
 */
import { admissionOf } from '../admission/admissionOf';
import { isRecord } from '../json';
import type { KindRegistry } from '../kinds/KindRegistry';
import type { ResourceKind } from '../kinds/resourceKind';
import { COMMON_FIELDS, EXPLAINED } from './explainedFields';
import { explainedProperties } from './explainedSchema';
import { structuralSchema } from './structuralSchema';

const QUERY = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map((name) => ({
  name,
  in: 'query',
  schema: { type: 'string', uniqueItems: true },
}));

/** `/openapi/v3`: where the documents of the versions are. */
export function openApiRoot(kinds: KindRegistry): Record<string, unknown> {
  const paths: Record<string, unknown> = {};
  for (const group of kinds.groups) {
    for (const version of kinds.versionsOf(group)) {
      const path = group === '' ? `api/${version}` : `apis/${group}/${version}`;
      paths[path] = { serverRelativeURL: `/openapi/v3/${path}` };
    }
  }
  return { paths };
}

/** The document of one version, or undefined for a version that is not served. */
export function openApiDocument(
  kinds: KindRegistry,
  group: string,
  version: string,
): Record<string, unknown> | undefined {
  const served = kinds.inVersion(group, version);
  if (served.length === 0) {
    return undefined;
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1' },
    paths: Object.fromEntries(
      served.map((kind) => [pathOf(kind, version), operations(kind, version)]),
    ),
    components: {
      schemas: Object.fromEntries(
        served.map((kind) => [schemaName(kind, version), schemaOf(kind, version)]),
      ),
    },
  };
}

function pathOf(kind: ResourceKind, version: string): string {
  const root = kind.group === '' ? `/api/${version}` : `/apis/${kind.group}/${version}`;
  const scope = kind.namespaced ? '/namespaces/{namespace}' : '';
  return `${root}${scope}/${kind.plural}/{name}`;
}

function schemaName(kind: ResourceKind, version: string): string {
  return `${kind.group === '' ? 'core' : kind.group}.${version}.${kind.kind}`;
}

function typeOf(kind: ResourceKind, version: string): Record<string, string> {
  return { group: kind.group, version, kind: kind.kind };
}

function operations(kind: ResourceKind, version: string): Record<string, unknown> {
  return {
    patch: {
      'x-kubernetes-action': 'patch',
      'x-kubernetes-group-version-kind': typeOf(kind, version),
      parameters: QUERY,
      responses: { 200: { description: 'OK' } },
    },
  };
}

function schemaOf(kind: ResourceKind, version: string): Record<string, unknown> {
  const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const declared = structuralSchema(admissionOf(kind).shape ?? 'any').properties;
  return {
    type: 'object',
    description: kind.kind,
    properties: explainedProperties(
      { spec: open, status: open, ...(isRecord(declared) ? declared : {}) },
      { ...COMMON_FIELDS, ...EXPLAINED.get(kind.id) },
    ),
    'x-kubernetes-group-version-kind': [typeOf(kind, version)],
  };
}
