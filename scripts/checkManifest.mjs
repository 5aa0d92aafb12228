/**
 * Run after the plugin's build: checks console-extensions.json, the plugin's metadata and dist/ more
 * strictly than the build does, and fails with a list of what is wrong.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkBuild } from './lib/checkBuild.mjs';
import { checkExtensions, schemaErrors } from './lib/checkExtensions.mjs';
import { Complaint, root, runScript } from './lib/project.mjs';

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

/** Text files of a folder by path relative to it. */
function readFolder(folder) {
  return new Map(
    fs
      .readdirSync(folder, { recursive: true })
      .map((name) => String(name))
      .filter((name) => /\.(js|css|json)$/.test(name))
      .map((name) => [
        name.split(path.sep).join('/'),
        fs.readFileSync(path.join(folder, name), 'utf8'),
      ]),
  );
}

/** Consoles whose schema differs from that of the SDK this project is built with; 5.x has none on npm. */
const olderConsoles = ['4.19', '4.20', '4.21'];

function olderSchemaErrors(extensions) {
  const { resolve } = createRequire(path.join(root, 'dev/console/schemas/package.json'));
  return olderConsoles.flatMap((version) => {
    const file = resolve(`sdk-webpack-${version}/schema/console-extensions.json`);
    const schema = JSON.parse(fs.readFileSync(file, 'utf8'));
    return schemaErrors(extensions, schema).map((error) => `Console ${version}: ${error}`);
  });
}

await runScript(() => {
  const { consolePlugin } = readJson('package.json');
  const { name, exposedModules } = consolePlugin;
  const namespace = `plugin__${name}`;
  const extensions = readJson('console-extensions.json');
  const errors = [
    ...checkExtensions({
      extensions,
      exposedModules,
      namespace,
      schema: readJson(
        'node_modules/@openshift-console/dynamic-plugin-sdk-webpack/schema/console-extensions.json',
      ),
      translations: readJson(`locales/en/${namespace}.json`),
    }),
    ...olderSchemaErrors(extensions),
    ...checkBuild({
      files: readFolder(path.join(root, 'dist')),
      name: 'vm-networks',
      extensions,
      languages: fs.readdirSync(path.join(root, 'locales')),
    }),
  ];
  if (errors.length > 0) {
    throw new Complaint(`The plugin would not load or not work:\n  ${errors.join('\n  ')}`);
  }
  process.stdout.write(
    `Checked: ${extensions.length} extensions against consoles ${olderConsoles.join(', ')} and 4.22, and dist/plugin-manifest.json.\n`,
  );
});
