/** Test helper: a folder of files, and a run of `inspect` on it with what it printed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInspect } from './runInspect';

export interface TestFolder {
  readonly path: string;
  /** Writes a file, in folders as needed, and gives its path. */
  write(name: string, content: string | Buffer): string;
  remove(): void;
}

export const testFolder = (): TestFolder => {
  const path = mkdtempSync(join(tmpdir(), 'inspect-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

export const runOn = (...argv: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const status = runInspect(argv, {
    out: (text) => out.push(text),
    err: (line) => err.push(line),
  });
  return { status, out: out.join(''), err };
};
