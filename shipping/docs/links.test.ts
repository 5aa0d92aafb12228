/** Links in the documentation lead to files and headings that exist; pictures are there and are shown. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../image/buildContext';
import { projectRoot } from '../tools/projectRoot';

const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...filesBelow('docs').filter((file) => file.endsWith('.md')),
  ...filesBelow('charts').filter((file) => file.endsWith('.md')),
];
const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

/** Targets of Markdown links and pictures, outside of code. */
function linksOf(page: string): readonly string[] {
  const prose = read(page)
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** As the forge makes anchors of headings. */
const anchorsOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

const isOutside = (target: string): boolean => /^https?:/.test(target);

test('each link leads to a file and a heading that exist', () => {
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((target) => !isOutside(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const goal = file === '' ? page : path.join(path.dirname(page), file);
        if (!existsSync(path.join(projectRoot, goal))) return true;
        return anchor !== undefined && !anchorsOf(goal).includes(anchor);
      })
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('each page can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const target of linksOf(page).filter((link) => !isOutside(link) && link.includes('.md'))) {
      reached.add(path.join(path.dirname(page), target.split('#')[0] ?? ''));
    }
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

test('each picture is shown somewhere', () => {
  const shown = new Set(
    pages.flatMap((page) => linksOf(page).map((target) => path.join(path.dirname(page), target))),
  );
  expect(filesBelow('docs/images').filter((file) => !shown.has(file))).toEqual([]);
});

test('each npm script that a page names exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object };
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test('each file that a page names in code exists', () => {
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:src|dev|cli|scripts|shipping|charts|deploy)\/[\w./-]+)`/g)]
      .map(([, file = '']) => file)
      .filter((file) => !/XYZ|NAME|readThing|X\.Y/.test(file))
      .filter((file) => !existsSync(path.join(projectRoot, file)))
      .map((file) => `${page}: ${file}`),
  );
  expect(missing).toEqual([]);
});
