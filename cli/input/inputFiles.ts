/**
 * The files that the arguments name: a file stands for itself, a folder (a must-gather) for all
 * YAML and JSON files in it, in the order of their paths.
 */
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const READABLE = /\.(?:ya?ml|json)(?:\.gz)?$/i;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* filesIn(folder: string, report: (problem: string) => void): Generator<string> {
  let names: string[];
  try {
    names = readdirSync(folder).sort(compare);
  } catch (error) {
    report(`${folder}: cannot be listed: ${reasonOf(error)}`);
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const kind = kindOfPath(path);
    if (kind === 'folder') yield* filesIn(path, report);
    else if (kind === 'file' && READABLE.test(name)) yield path;
  }
}

/** Links to folders are not followed: a must-gather may hold one to its own parent. */
const kindOfPath = (path: string): 'file' | 'folder' | 'other' => {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return 'other';
  if (entry.isFile()) return 'file';
  return lstatSync(path).isDirectory() ? 'folder' : 'other';
};

/** A system error as a person says it. */
export const reasonOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES') return 'permission denied';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE') {
    return 'it is larger than 512 MB: dump each kind into a file of its own';
  }
  return error instanceof Error ? error.message : String(error);
};

/** Takes paths as given (`-` is passed on); reports what is not there and goes on. */
export function* inputFiles(
  paths: readonly string[],
  report: (problem: string) => void,
): Generator<string> {
  for (const path of paths) {
    if (path === '-') {
      yield path;
      continue;
    }
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry === undefined) report(`${path}: no such file or folder`);
    else if (entry.isDirectory()) yield* filesIn(path, report);
    else yield path;
  }
}
