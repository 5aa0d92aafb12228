/**
 * From arguments to a snapshot: reads file after file, keeps the records and forgets the rest,
 * and collects what could not be read. Reading goes on after anything that is wrong.
 */
import { newestTimestamp } from '../../src/cluster/newestTimestamp';
import { parseTime } from '../../src/cluster/parseTime';
import { snapshotOf } from '../../src/cluster/snapshotOf';
import type { Duplicate } from '../../src/cluster/snapshotOf';
import type { Snapshot } from '../../src/cluster/snapshot';
import { fileObjects } from './fileObjects';
import { namespacedView } from './namespacedView';

export interface Input {
  readonly snapshot: Snapshot;
  /** Newest time anywhere in the objects, in milliseconds; undefined when there is none. */
  readonly newest?: number;
  /** Files that could be read. */
  readonly files: number;
  /** Objects of a kind that the product reads. */
  readonly objects: number;
  /** What was left out and what occurred twice, as sentences for stderr. */
  readonly notes: readonly string[];
}

const duplicateNote = ({ kind, key, kept }: Duplicate): string =>
  kept === 'later'
    ? `${key} (${kind}) occurs twice: the later one is used`
    : `${key} (${kind}) occurs twice: the earlier one is used, its resourceVersion is higher`;

/** Takes the FILE and DIR arguments, `-` for standard input. Never throws. */
export const readInput = (paths: readonly string[]): Input => {
  const notes: string[] = [];
  let files = 0;
  let objects = 0;
  let newest = '';
  const found = fileObjects(paths, {
    onNote: (note) => notes.push(note),
    onFile: () => {
      files += 1;
    },
  });
  const snapshot = snapshotOf(found, {
    onDuplicate: (duplicate) => notes.push(duplicateNote(duplicate)),
    onObject: (object) => {
      objects += 1;
      newest = newestTimestamp(object, newest);
    },
  });
  return {
    snapshot: namespacedView(snapshot),
    newest: parseTime(newest),
    files,
    objects,
    notes,
  };
};
