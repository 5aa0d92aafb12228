/**
 * What an engine sends to the build: the files that .dockerignore lets through. Read in the few forms that
 * our file uses: `*` for everything, `!NAME` for what is let through, a `**` pattern by the end of its name.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../tools/projectRoot';

/** Whether a path is what `name` lets through: itself, or a file below it. */
function isBelow(name: string, file: string): boolean {
  return file === name || file.startsWith(`${name}/`);
}

/** @returns for a path relative to the project whether it is sent; throws for a line of another form */
export function buildContext(): (file: string) => boolean {
  const lines = readFileSync(path.join(projectRoot, '.dockerignore'), 'utf8').trim().split('\n');
  const [first, ...rest] = lines;
  if (first !== '*')
    throw new Error('.dockerignore has to begin with *: nothing is sent unless named');
  const sent = rest.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const refused = rest.filter((line) => !line.startsWith('!'));
  const endings = refused.map((line) => {
    if (!line.startsWith('**/*.'))
      throw new Error(`.dockerignore: "${line}" is of a form not read here`);
    return line.slice('**/*'.length);
  });
  return (file) =>
    sent.some((name) => isBelow(name, file)) && !endings.some((ending) => file.endsWith(ending));
}

/** Files below a path of the project, or the path itself, relative to the project. */
export function filesBelow(name: string): readonly string[] {
  try {
    return readdirSync(path.join(projectRoot, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [name];
    throw error;
  }
}
