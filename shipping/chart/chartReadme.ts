/** The chart's README: its table of values is made from values.yaml and the comments in it. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';

interface ValueLine {
  readonly path: string;
  readonly standard: string;
  readonly meaning: string;
}

const proseOf = (comment: string | null | undefined): string =>
  (comment ?? '')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();

/** The comment above a key: the parser hangs the first one of a map on the map itself. */
function commentOf({ key }: Pair, map: YAMLMap, index: number, above: string): string {
  const own = isScalar(key) ? proseOf(key.commentBefore) : '';
  if (own !== '') return own;
  return index === 0 ? above || proseOf(map.commentBefore) : '';
}

/** Maps that are one value: free keys, or amounts that are given together. */
const isOneValue = (name: string, map: YAMLMap): boolean =>
  map.items.length === 0 || name === 'resources';

function linesOf(map: YAMLMap, prefix: string, above: string): ValueLine[] {
  return map.items.flatMap((pair, index) => {
    const name = String(pair.key);
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const comment = commentOf(pair, map, index, above);
    const { value } = pair;
    if (isMap(value) && !isOneValue(name, value)) {
      const heading = { path, standard: '', meaning: comment };
      return [heading, ...linesOf(value, path, proseOf(value.commentBefore))];
    }
    const plain =
      isMap(value) || (typeof value === 'object' && value !== null)
        ? (value as { toJSON(): unknown }).toJSON()
        : value;
    return [{ path, standard: `\`${JSON.stringify(plain)}\``, meaning: comment }];
  });
}

/**
 * @param values text of values.yaml
 * @returns the README in Markdown
 * @throws when a value has no comment: an undocumented value is a mistake
 */
export function chartReadme(values: string): string {
  const { contents, commentBefore } = parseDocument(values);
  if (!isMap(contents)) throw new Error('values.yaml is no map');
  const lines = linesOf(contents, '', proseOf(commentBefore));
  const silent = lines.filter(({ meaning }) => meaning === '').map(({ path }) => path);
  if (silent.length > 0) throw new Error(`values.yaml does not explain ${silent.join(', ')}`);
  const rows = lines.map(
    ({ path, standard, meaning }) =>
      `| \`${path}\` | ${standard} | ${meaning.replaceAll('|', '\\|')} |`,
  );
  return `<!-- Made from values.yaml by "npm run generate". -->
# Chart vm-networks

Installs VM Networks, a plugin of the OpenShift console:

\`\`\`
helm install vm-networks charts/vm-networks -n vm-networks --create-namespace \\
  --set image.name=REGISTRY/vm-networks:VERSION
\`\`\`

[docs/install.md](../../docs/install.md) tells more: upgrade, removal, manifests without helm, rights.

| value | default | meaning |
|---|---|---|
${rows.join('\n')}
`;
}
