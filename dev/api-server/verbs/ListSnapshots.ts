/**
 * Snapshots behind paged lists: the pages of one list all show the objects as they were when the
 * first page was read, as `continue` promises. Only references are kept, and only of the lists that
 * were begun last; a page of a forgotten list is 410 Expired, which clients must handle anyway.
 */
import { badRequest, expiredContinue } from '../http/ApiError';
import { isRecord } from '../json';
import type { StoredObject } from '../storage/StoredObject';

interface Page {
  readonly revision: number;
  /** Key of the last object of the page before. */
  readonly after: string;
}

export interface Snapshot {
  readonly revision: number;
  readonly objects: readonly StoredObject[];
}

const KEPT = 32;

export class ListSnapshots {
  private readonly snapshots = new Map<string, Snapshot>();

  /** Keeps a snapshot for the pages to come; `scope` names kind and namespace. */
  keep(scope: string, snapshot: Snapshot): void {
    const key = `${scope}@${snapshot.revision}`;
    this.snapshots.delete(key);
    this.snapshots.set(key, snapshot);
    for (const oldest of this.snapshots.keys()) {
      if (this.snapshots.size <= KEPT) {
        break;
      }
      this.snapshots.delete(oldest);
    }
  }

  /** The snapshot a page belongs to; throws 410 when it is gone. */
  find(scope: string, revision: number): Snapshot {
    const snapshot = this.snapshots.get(`${scope}@${revision}`);
    if (snapshot === undefined) {
      throw expiredContinue();
    }
    return snapshot;
  }

  /** Forgets all snapshots (compaction). */
  clear(): void {
    this.snapshots.clear();
  }
}

/** The text that clients send back as `continue`. */
export function writeContinue(page: Page): string {
  const text = JSON.stringify({ v: 'meta.k8s.io/v1', rv: page.revision, start: page.after });
  return Buffer.from(text).toString('base64url');
}

/** Reads a `continue` text; throws 400 when it is not one of ours. */
export function readContinue(text: string): Page {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isRecord(parsed) && typeof parsed.rv === 'number' && typeof parsed.start === 'string') {
      return { revision: parsed.rv, after: parsed.start };
    }
  } catch {
    // falls through: not base64 of JSON, which is the same mistake as JSON of another shape
  }
  throw badRequest('continue key is not valid');
}
