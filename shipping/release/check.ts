/**
 * `npm run release:check`: whether this commit can be released as the version in package.json. Prints a
 * line for each check; exits 1 when one has failed. What could not be asked is said and does not fail.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles } from '../generatedFiles';
import { projectRoot } from '../tools/projectRoot';
import { outputOf, runProgram } from '../tools/runProgram';
import { auditVerdict } from './auditVerdict';
import { changelogError } from './changelogEntry';

type Outcome =
  | { readonly state: 'ok' }
  | { readonly state: 'unknown' | 'failed'; readonly lines: readonly string[] };

const OK: Outcome = { state: 'ok' };
const failed = (...lines: readonly string[]): Outcome => ({ state: 'failed', lines });
const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const { version } = JSON.parse(read('package.json')) as { readonly version: string };

/** Name to check, in the order in which they are run. */
const checks: Readonly<Record<string, () => Promise<Outcome> | Outcome>> = {
  'the lock file has the version': () => {
    const lock = JSON.parse(read('package-lock.json')) as { readonly version: string };
    return lock.version === version ? OK : failed(`package-lock.json says ${lock.version}`);
  },
  'the changelog tells of it': () => {
    const error = changelogError(read('CHANGELOG.md'), version);
    return error === undefined ? OK : failed(error);
  },
  'generated files are up to date': async () => {
    const files = await generatedFiles();
    const stale = [...files].filter(([file, text]) => read(file) !== text).map(([file]) => file);
    return stale.length === 0 ? OK : failed(...stale, '"npm run generate" writes them');
  },
  'everything is committed': async () => {
    const status = await outputOf('git', ['status', '--porcelain'], { cwd: projectRoot });
    return status.trim() === '' ? OK : failed(...status.trimEnd().split('\n'));
  },
  'the version is not taken': async () => {
    const tag = await outputOf('git', ['tag', '--list', `v${version}`], { cwd: projectRoot });
    return tag.trim() === '' ? OK : failed(`there is a tag v${version}`);
  },
  'no unexplained vulnerability of high severity': async () => {
    const { stdout } = await runProgram('npm', ['audit', '--json'], { cwd: projectRoot });
    const verdict = auditVerdict(stdout);
    if (verdict.state === 'clean') return OK;
    return verdict.state === 'vulnerable'
      ? failed(...verdict.lines)
      : { state: 'unknown', lines: [`the registry did not say: ${verdict.reason}`] };
  },
};

async function check(): Promise<void> {
  process.stdout.write(`Release of ${version}\n`);
  for (const [name, run] of Object.entries(checks)) {
    const outcome = await run();
    process.stdout.write(`${outcome.state.padEnd(8)} ${name}\n`);
    if (outcome.state === 'ok') continue;
    for (const line of outcome.lines) process.stdout.write(`         ${line}\n`);
    if (outcome.state === 'failed') process.exitCode = 1;
  }
  if (process.exitCode !== 1)
    process.stdout.write('It can be released when "npm test" passes, too.\n');
}

check().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
