/**
 * In which dress the client wants objects: as they are, as metadata only, or as a table for
 * `kubectl get`. Clients ask with `as=Table;v=v1;g=meta.k8s.io` in the Accept header
 * (Kubernetes API concepts, "Receiving resources as Tables").
 */
import type { PrinterColumn, ResourceKind } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import { age } from './age';
import { evaluateJsonPath } from './jsonPath';

export type Representation =
  | { readonly as: 'object' }
  | { readonly as: 'metadata' }
  | { readonly as: 'table'; readonly include: 'None' | 'Metadata' | 'Object' };

interface TableRow {
  readonly cells: readonly (string | number | boolean)[];
  readonly object?: unknown;
}

/** Chooses by the first alternative of the Accept header that this server can serve. */
export function chooseRepresentation(
  accept: string | undefined,
  query: URLSearchParams,
): Representation {
  for (const alternative of (accept ?? '').split(',')) {
    const parameters = alternative.split(';').map((part) => part.trim());
    const as = parameters.find((part) => part.startsWith('as='))?.slice(3);
    if (
      as === undefined &&
      /^(application\/json|\*\/\*|application\/\*)$/.test(parameters[0] ?? '')
    ) {
      return { as: 'object' };
    }
    if (!parameters.includes('v=v1') || !parameters.includes('g=meta.k8s.io')) {
      continue;
    }
    if (as === 'Table') {
      const include = query.get('includeObject');
      return {
        as: 'table',
        include: include === 'None' || include === 'Object' ? include : 'Metadata',
      };
    }
    if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') {
      return { as: 'metadata' };
    }
  }
  return { as: 'object' };
}

/** An object cut down to its metadata. */
export function metadataOnly(object: KubeObject): Record<string, unknown> {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata,
  };
}

/** The column definitions of a kind; the name always comes first. */
function tableColumns(kind: ResourceKind): readonly Record<string, unknown>[] {
  return [
    { name: 'Name', type: 'string', format: 'name', description: 'Name', priority: 0 },
    ...kind.columns.map((column) => ({
      name: column.name,
      // Ages are computed on the server for native kinds and cells are then plain text.
      type: column.type === 'date' ? 'string' : column.type,
      format: '',
      description: column.description ?? column.name,
      priority: column.priority ?? 0,
    })),
  ];
}

/** The row of an object. `now` is what ages are counted to. */
export function tableRow(
  kind: ResourceKind,
  object: KubeObject,
  include: 'None' | 'Metadata' | 'Object',
  now: Date,
): TableRow {
  const cells = [
    object.metadata.name,
    ...kind.columns.map((column) => cellOf(column, object, now)),
  ];
  if (include === 'None') {
    return { cells };
  }
  return { cells, object: include === 'Object' ? object : metadataOnly(object) };
}

/** A table object around rows. */
export function tableOf(
  kind: ResourceKind,
  rows: readonly TableRow[],
  metadata: Record<string, unknown>,
): Record<string, unknown> {
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: tableColumns(kind),
    rows,
  };
}

function cellOf(column: PrinterColumn, object: KubeObject, now: Date): string | number | boolean {
  if (typeof column.value !== 'string') {
    return column.value(object);
  }
  const found = evaluateJsonPath(column.value, object);
  if (column.type === 'date') {
    return typeof found === 'string' ? age(found, now) : '<unknown>';
  }
  if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') {
    return found;
  }
  return found === undefined || found === null ? '<none>' : JSON.stringify(found);
}
