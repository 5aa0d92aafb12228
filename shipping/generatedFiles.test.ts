/** What is generated is up to date, and nothing else lies beside it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { GENERATED_FOLDERS, generatedFiles } from './generatedFiles';
import { projectRoot } from './tools/projectRoot';

test('each generated file is what "npm run generate" would write', async () => {
  const files = await generatedFiles();
  const stale = [...files].filter(
    ([file, text]) => readFileSync(path.join(projectRoot, file), 'utf8') !== text,
  );
  expect(stale.map(([file]) => file)).toEqual([]);
});

test('no generated folder holds a file that is not made any more', async () => {
  const files = await generatedFiles();
  const found = GENERATED_FOLDERS.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter((file) => statSync(path.join(projectRoot, file)).isFile()),
  );
  expect(found.filter((file) => !files.has(file))).toEqual([]);
});
