/**
 * The objects in the files that the arguments name, one after the other, so that a dump of many
 * gigabytes in many files needs the memory of its largest. What cannot be read is a note, and
 * reading goes on.
 */
import { fileText } from './fileText';
import { inputFiles, reasonOf } from './inputFiles';
import { jsonObjects, looksLikeJson } from './jsonObjects';
import { yamlObjects } from './yamlObjects';

export interface FileObjectsOptions {
  /** Takes a sentence about something that was left out. */
  readonly onNote: (note: string) => void;
  /** Called after each file that could be read. */
  readonly onFile: () => void;
}

const STDIN = 0;

function* objectsIn(text: string, report: (problem: string) => void): Generator {
  const json = looksLikeJson(text) ? jsonObjects(text) : undefined;
  if (json === undefined) yield* yamlObjects(text, report);
  else yield* json;
}

function* objectsOfFile(path: string, { onNote, onFile }: FileObjectsOptions): Generator {
  const name = path === '-' ? 'standard input' : path;
  let text: string;
  try {
    text = fileText(path === '-' ? STDIN : path);
  } catch (error) {
    onNote(`${name}: cannot be read: ${reasonOf(error)}`);
    return;
  }
  const problems: string[] = [];
  let found = 0;
  for (const object of objectsIn(text, (problem) => problems.push(`${name}: ${problem}`))) {
    found += 1;
    yield object;
  }
  problems.forEach(onNote);
  if (found > 0 || problems.length === 0) onFile();
}

/** Takes paths of files and folders, `-` for standard input. Never throws. */
export function* fileObjects(paths: readonly string[], options: FileObjectsOptions): Generator {
  for (const path of inputFiles(paths, options.onNote)) yield* objectsOfFile(path, options);
}
