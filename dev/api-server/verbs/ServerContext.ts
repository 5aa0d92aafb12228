/**
 * What the verbs of the server work with: one value per server instance, made in `startApiServer`
 * and handed down, so that no file keeps state of its own.
 */
import type { Access } from '../access/Access';
import type { FaultRules } from '../faults';
import type { OwnerIndex } from '../gc/OwnerIndex';
import type { KindRegistry } from '../kinds/KindRegistry';
import type { ObjectStore } from '../storage/ObjectStore';
import type { WatchConnections } from '../watch/WatchConnections';
import type { ListSnapshots } from './ListSnapshots';

/** What a POST to an added admin endpoint does: body in, answer out; throws ApiError. */
export type AdminAction = (body: unknown) => Promise<unknown>;

export interface ServerContext {
  readonly store: ObjectStore;
  readonly kinds: KindRegistry;
  readonly access: Access;
  readonly faults: FaultRules;
  readonly watches: WatchConnections;
  readonly snapshots: ListSnapshots;
  readonly owners: OwnerIndex;
  /** Added admin endpoints by path. */
  readonly admin: ReadonlyMap<string, AdminAction>;
  /** Milliseconds between bookmarks on a watch that asked for them. */
  readonly bookmarkEveryMs: number;
  now(): Date;
}

/** A time as Kubernetes writes it in metadata: RFC 3339, UTC, whole seconds. */
export function timestamp(context: Pick<ServerContext, 'now'>): string {
  return `${context.now().toISOString().slice(0, 19)}Z`;
}
