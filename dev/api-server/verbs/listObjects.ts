/**
 * Lists: selectors, pages with a stable snapshot behind them, and the three dresses of the answer.
 * The JSON is joined from the texts kept with the objects (storage/StoredObject.ts), because lists of
 * 10,000 VMs are asked for often and change little.
 */
import { badRequest, tooLargeRevision } from '../http/ApiError';
import type { Representation } from '../http/representation';
import { metadataOnly, tableOf, tableRow } from '../http/representation';
import { parseFieldSelector, parseLabelSelector } from '../http/selectors';
import type { ResourceKind } from '../kinds/resourceKind';
import { apiVersionOf } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import { firstAtOrAfter } from '../storage/StoredKind';
import type { StoredObject } from '../storage/StoredObject';
import type { Snapshot } from './ListSnapshots';
import { readContinue, writeContinue } from './ListSnapshots';
import type { ServerContext } from './ServerContext';
import type { Source } from './source';

export interface ListRequest {
  readonly kind: ResourceKind;
  readonly version: string;
  readonly namespace?: string;
  readonly source: Source;
  readonly query: URLSearchParams;
}

interface ListedPage {
  readonly objects: readonly StoredObject[];
  readonly metadata: Record<string, unknown>;
}

/** The JSON text of a list. */
export function listJson(
  context: ServerContext,
  request: ListRequest,
  representation: Representation,
): string {
  const { kind, version, source } = request;
  const { objects, metadata } = selectPage(context, request);
  if (representation.as === 'table') {
    const now = context.now();
    const rows = objects.map((stored) =>
      tableRow(kind, source.render(stored), representation.include, now),
    );
    return JSON.stringify(tableOf(kind, rows, metadata));
  }
  if (representation.as === 'metadata') {
    const items = objects.map((stored) => metadataOnly(source.render(stored)));
    const apiVersion = 'meta.k8s.io/v1';
    return JSON.stringify({ kind: 'PartialObjectMetadataList', apiVersion, metadata, items });
  }
  const head = JSON.stringify({
    kind: `${kind.kind}List`,
    apiVersion: apiVersionOf(kind, version),
    metadata,
  });
  const items = objects.map((stored) => source.renderJson(stored)).join(',');
  return `${head.slice(0, -1)},"items":[${items}]}`;
}

/** The filter that the selectors of a query make. */
export function selectorOf(
  kind: ResourceKind,
  query: URLSearchParams,
): ((object: KubeObject) => boolean) | undefined {
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  if (labels === '' && fields === '') {
    return undefined;
  }
  const byLabel = parseLabelSelector(labels);
  const byField = parseFieldSelector(fields, kind);
  return (object) => byLabel(object) && byField(object);
}

/** The objects of one page and the list metadata that goes with them. */
export function selectPage(context: ServerContext, request: ListRequest): ListedPage {
  const { kind, namespace, source, query } = request;
  const limit = parseCount(query, 'limit');
  const token = query.get('continue') ?? '';
  const scope = `${source.kind.id}/${namespace ?? ''}`;
  const page = token === '' ? undefined : readContinue(token);
  const snapshot: Snapshot =
    page === undefined
      ? currentSnapshot(context, request)
      : context.snapshots.find(scope, page.revision);
  const start = page === undefined ? 0 : firstAfter(snapshot.objects, page.after);
  const selected = selectorOf(kind, query);
  const isWanted = (stored: StoredObject): boolean =>
    source.isVisible(stored.object) && (selected === undefined || selected(stored.object));

  const objects: StoredObject[] = [];
  let index = start;
  for (; index < snapshot.objects.length && (limit === 0 || objects.length < limit); index += 1) {
    const stored = snapshot.objects[index];
    if (stored !== undefined && isWanted(stored)) {
      objects.push(stored);
    }
  }
  const rest = snapshot.objects.slice(index);
  const last = objects[objects.length - 1];
  const resourceVersion = String(snapshot.revision);
  if (last === undefined || !rest.some(isWanted)) {
    return { objects, metadata: { resourceVersion } };
  }
  context.snapshots.keep(scope, snapshot);
  const next = writeContinue({ revision: snapshot.revision, after: last.key });
  const metadata: Record<string, unknown> = { resourceVersion, continue: next };
  if (selected === undefined) {
    metadata.remainingItemCount = rest.length;
  }
  return { objects, metadata };
}

function currentSnapshot(
  context: ServerContext,
  { source, namespace, query }: ListRequest,
): Snapshot {
  const asked = parseCount(query, 'resourceVersion');
  if (asked > context.store.revision) {
    throw tooLargeRevision(asked, context.store.revision);
  }
  return {
    revision: context.store.revision,
    objects: context.store.list(source.kind, namespace),
  };
}

function firstAfter(objects: readonly StoredObject[], key: string): number {
  const index = firstAtOrAfter(objects, key);
  return objects[index]?.key === key ? index + 1 : index;
}

/** A number of the query; 0 when absent, 400 when it is not a whole number. */
export function parseCount(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  if (text === '') {
    return 0;
  }
  if (!/^\d+$/.test(text)) {
    throw badRequest(`${name}: Invalid value: "${text}": must be a whole number`);
  }
  return Number(text);
}
