/**
 * From arguments to a snapshot: reads file after file, keeps the records and forgets the rest,
 * and collects what could not be read. Reading goes on after anything that is wrong.
 */
import { newestTimestamp } from '../../src/cluster/newestTimestamp';
import { parseTime } from '../../src/cluster/parseTime';
import { snapshotOf } from '../../src/cluster/snapshotOf';
import type { Duplicate } from '../../src/cluster/snapshotOf';
import type { Snapshot } from '../../src/cluster/snapshot';
import { fileText } from './fileText';
import { inputFiles, reasonOf } from './inputFiles';
import { jsonObjects, looksLikeJson } from './jsonObjects';
import { namespacedView } from './namespacedView';
import { yamlObjects } from './yamlObjects';

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

const STDIN = 0;

function* objectsIn(text: string, report: (problem: string) => void): Generator {
  const json = looksLikeJson(text) ? jsonObjects(text) : undefined;
  if (json === undefined) yield* yamlObjects(text, report);
  else yield* json;
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

  const readFile = function* (path: string): Generator {
    const name = path === '-' ? 'standard input' : path;
    let text: string;
    try {
      text = fileText(path === '-' ? STDIN : path);
    } catch (error) {
      notes.push(`${name}: cannot be read: ${reasonOf(error)}`);
      return;
    }
    const problems: string[] = [];
    let found = 0;
    for (const object of objectsIn(text, (problem) => problems.push(`${name}: ${problem}`))) {
      found += 1;
      yield object;
    }
    notes.push(...problems);
    if (found > 0 || problems.length === 0) files += 1;
  };

  const allObjects = function* (): Generator {
    for (const path of inputFiles(paths, (problem) => notes.push(problem))) yield* readFile(path);
  };

  const snapshot = snapshotOf(allObjects(), {
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
