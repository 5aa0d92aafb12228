/**
 * Files of the repository that are made from other files. `npm run generate` writes them; a test fails
 * when one of them is not what would be written.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chartReadme } from './chart/chartReadme';
import { manifests } from './chart/manifests';
import { findingPages } from './docs/findingPages';
import { projectRoot } from './tools/projectRoot';
import { withVersion } from './release/withVersion';

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

/** Folders in which nothing but generated files may be. */
export const GENERATED_FOLDERS = ['deploy', 'docs/findings'];

/** Path from the project's folder to text. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const { version } = JSON.parse(read('package.json')) as { readonly version: string };
  const chart = 'charts/vm-networks';
  const deploy = await manifests(version);
  const findings = await findingPages();
  return new Map([
    [`${chart}/Chart.yaml`, withVersion(read(`${chart}/Chart.yaml`), version)],
    [`${chart}/README.md`, chartReadme(read(`${chart}/values.yaml`))],
    ...[...deploy].map(([file, text]): [string, string] => [`deploy/${file}`, text]),
    ...[...findings].map(([file, text]): [string, string] => [`docs/findings/${file}`, text]),
  ]);
}
