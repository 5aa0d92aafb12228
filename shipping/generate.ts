/** `npm run generate`: writes the generated files and removes those that are no longer made. */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GENERATED_FOLDERS, generatedFiles } from './generatedFiles';
import { projectRoot } from './tools/projectRoot';

async function generate(): Promise<void> {
  const files = await generatedFiles();
  for (const folder of GENERATED_FOLDERS) {
    for (const name of readdirSync(path.join(projectRoot, folder), { recursive: true })) {
      const file = path.join(folder, String(name));
      const isFile = statSync(path.join(projectRoot, file)).isFile();
      if (isFile && !files.has(file)) rmSync(path.join(projectRoot, file));
    }
  }
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(projectRoot, file)), { recursive: true });
    writeFileSync(path.join(projectRoot, file), text);
  }
  process.stdout.write(`Wrote ${files.size} files.\n`);
}

generate().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
