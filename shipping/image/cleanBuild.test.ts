/**
 * The Dockerfile's build stage without an engine: its COPY and RUN steps in a clean folder of another
 * name. What comes out is, byte for byte, what the project's own build has made, so this is also the
 * second of two builds that have to be equal.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../tools/projectRoot';
import { outputOf } from '../tools/runProgram';
import { buildContext, filesBelow } from './buildContext';
import { readDockerfile } from './readDockerfile';
import type { Instruction } from './readDockerfile';

const MINUTES = 60_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clean-build-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function copy({ args }: Instruction): Promise<void> {
  const isSent = buildContext();
  for (const source of args.slice(0, -1)) {
    for (const file of filesBelow(source).filter(isSent)) {
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await copyFile(path.join(projectRoot, file), target);
    }
  }
}

/** Nothing of this machine's settings but where the registry is. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(PATH|HOME|npm_config_registry|CI)$/i.test(name),
    ),
  );

const steps: Readonly<Record<string, (instruction: Instruction) => Promise<unknown>>> = {
  COPY: copy,
  RUN: ({ text }) => outputOf('bash', ['-euc', text], { cwd: folder, env: environment() }),
  // Name of the base, user and folder are the engine's matter.
  FROM: () => Promise.resolve(),
  USER: () => Promise.resolve(),
  WORKDIR: () => Promise.resolve(),
};

/** Hash by path; compressed copies are made for the image only. */
function hashes(root: string): Readonly<Record<string, string>> {
  const dist = path.join(root, 'dist');
  return Object.fromEntries(
    filesBelow(path.relative(projectRoot, dist))
      .map((file) => path.join(projectRoot, file))
      .filter((file) => !file.endsWith('.gz'))
      .map((file) => [
        path.relative(dist, file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

test(
  "its steps run, and their result is the project's own build byte by byte",
  async () => {
    const [build] = readDockerfile();
    for (const instruction of build?.instructions ?? []) {
      const step = steps[instruction.keyword];
      if (step === undefined) throw new Error(`No step here for ${instruction.keyword}`);
      await step(instruction);
    }
    expect(hashes(folder)).toEqual(hashes(projectRoot));
    const compressed = filesBelow(path.relative(projectRoot, path.join(folder, 'dist')));
    expect(compressed.filter((file) => file.endsWith('.gz')).length).toBeGreaterThan(10);
  },
  10 * MINUTES,
);
