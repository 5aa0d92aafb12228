/**
 * Where the packages are that one line of the development console is built with: those that its folder pins,
 * the rest being the project's own.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { lines } = require('./lines.json');
const here = path.dirname(fileURLToPath(import.meta.url));

/** Folder of an installed package, looked up from `from`, whatever it exports. */
function packageFolder(name, from) {
  const { paths } = createRequire(path.join(from, 'package.json')).resolve;
  const found = (paths(name) ?? [])
    .map((modules) => path.join(modules, name))
    .find((folder) => fs.existsSync(path.join(folder, 'package.json')));
  if (!found) throw new Error(`${name} of ${path.basename(from)} is not installed: run "npm ci"`);
  return found;
}

/** Tokens of a newer PatternFly that a line brings itself. */
function tokensIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .map((file) => [
      `@patternfly/react-tokens/dist/esm/${path.basename(file, '.mjs')}`,
      path.join(folder, file),
    ]);
}

/**
 * Where the packages of a line are.
 * @param {string} line a key of lines.json
 * @returns {Record<string, string>} module that is asked for -> folder that answers
 */
export function lineFolders(line) {
  const folder = path.join(here, line);
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { sharedPatternFly } = lines[line];
  const packages = Object.keys(dependencies).map((name) => [
    name === sharedPatternFly?.package ? sharedPatternFly.request : name,
    packageFolder(name, folder),
  ]);
  return Object.fromEntries([...packages, ...tokensIn(path.join(folder, 'tokens'))]);
}
