/**
 * Finds every sentence of the plugin in its source: the literal first argument of `t('…')` and
 * `text('…')`, and `%plugin__vm-networks~…%` in the extensions. A first argument that is no literal
 * is reported: the translators could never see it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface CollectedKeys {
  readonly keys: ReadonlySet<string>;
  /** `file:line` of calls without a literal. */
  readonly opaque: readonly string[];
}

const SENTENCE_FUNCTIONS: ReadonlySet<string> = new Set(['t', 'text']);

/** The functions themselves pass on what they are given. */
const DEFINITIONS: ReadonlySet<string> = new Set([
  'src/console/translation.ts',
  'src/cluster/text.ts',
]);

/** Name of the file in each folder of locales/, which is named for its language. */
export const LOCALE_NAME = 'plugin__vm-networks.json';

const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(file);
    return /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) ? [file] : [];
  });

/** @param root folder of the project */
export const collectKeys = (root: string): CollectedKeys => {
  const keys = new Set<string>();
  const opaque: string[] = [];
  for (const file of sourceFiles(path.join(root, 'src'))) {
    const name = path.relative(root, file);
    if (DEFINITIONS.has(name)) continue;
    collectFrom(
      ts.createSourceFile(name, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true),
      keys,
      opaque,
    );
  }
  const extensions = readFileSync(path.join(root, 'console-extensions.json'), 'utf8');
  for (const [, key] of extensions.matchAll(/%plugin__vm-networks~([^%]+)%/g)) {
    if (key !== undefined) keys.add(key);
  }
  return { keys, opaque };
};

const collectFrom = (source: ts.SourceFile, keys: Set<string>, opaque: string[]): void => {
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      SENTENCE_FUNCTIONS.has(node.expression.text)
    ) {
      const [first] = node.arguments;
      if (first !== undefined && ts.isStringLiteralLike(first)) keys.add(first.text);
      else {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        opaque.push(`${source.fileName}:${line + 1}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
};
