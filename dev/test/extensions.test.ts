/**
 * Every extension that the plugin declares is exercised where the console shows it: an end-to-end test bears the
 * extension's tag. A new extension without a test fails here, and so does a tag without an extension.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

interface Extension {
  readonly type: string;
  readonly properties: {
    readonly perspective?: string;
    readonly flag?: string;
    readonly model?: { readonly kind: string };
  };
}

const root = path.resolve(__dirname, '../..');

/** The tag of the test that exercises an extension. */
const tagOf = ({ type, properties }: Extension): string => {
  const { perspective = '', flag = '', model } = properties;
  switch (type) {
    case 'console.page/route':
      return '@page/route';
    case 'console.navigation/href':
      return `@navigation/${perspective}`;
    case 'console.tab/horizontalNav':
      return `@tab/${model?.kind ?? ''}`;
    case 'console.action/resource-provider':
      return `@action/${model?.kind ?? ''}`;
    case 'console.flag/model':
      return `@flag/${flag}`;
    case 'console.dashboards/overview/health/resource':
      return '@overview/health';
    default:
      return `@${type}`;
  }
};

const tagsOfTests = (): readonly string[] => {
  const folder = path.join(root, 'integration-tests');
  const specs = readdirSync(folder).filter((file) => file.endsWith('.spec.ts'));
  return specs.flatMap((file) => {
    const source = readFileSync(path.join(folder, file), 'utf8');
    return [...source.matchAll(/(?<!from )'(@[a-z]+\/[\w-]+)'/g)].map(([, tag = '']) => tag);
  });
};

test('each extension has a test of its own, and each tag an extension', () => {
  const declared = JSON.parse(
    readFileSync(path.join(root, 'console-extensions.json'), 'utf8'),
  ) as readonly Extension[];
  const tags = declared.map(tagOf);
  expect(new Set(tags).size).toBe(tags.length);
  expect([...tagsOfTests()].sort()).toEqual([...tags].sort());
});
