/** The Dockerfile: what a linter finds, and what the image has promised to be. */
import { validate } from 'dockerfile-utils';
import { buildContext, filesBelow } from './buildContext';
import { dockerfileText, readDockerfile } from './readDockerfile';
import type { Instruction, Stage } from './readDockerfile';

const stages = readDockerfile();
const [build, runtime] = stages as [Stage, Stage];
const of = (stage: Stage, keyword: string): readonly Instruction[] =>
  stage.instructions.filter((instruction) => instruction.keyword === keyword);

test('the linter has nothing to complain of', () => {
  expect(validate(dockerfileText()).map(({ message }) => message)).toEqual([]);
});

test('two stages: one that builds, one that serves', () => {
  expect(stages.map(({ name }) => name)).toEqual(['build', undefined]);
});

test('both bases are UBI, and can be pinned by an argument', () => {
  const bases = [...dockerfileText().matchAll(/^ARG (\w+)=(\S+)$/gm)];
  expect(bases.map(([, name]) => name)).toEqual(['BUILDER_IMAGE', 'RUNTIME_IMAGE']);
  for (const [, , image] of bases) expect(image).toMatch(/^registry\.access\.redhat\.com\/ubi9\//);
  expect(stages.map((stage) => of(stage, 'FROM')[0]?.args[0])).toEqual([
    '${BUILDER_IMAGE}',
    '${RUNTIME_IMAGE}',
  ]);
});

test('the build runs once, on the machine that builds, for every architecture', () => {
  expect(of(build, 'FROM')[0]?.flags.get('platform')).toBe('$BUILDPLATFORM');
  expect(of(runtime, 'FROM')[0]?.flags.size).toBe(0);
});

test('the image adds files to its base, and no program', () => {
  expect(of(runtime, 'RUN')).toEqual([]);
  for (const stage of stages) expect(of(stage, 'ADD')).toEqual([]);
  expect(of(runtime, 'COPY').map(({ flags }) => flags.get('from'))).toEqual(['build', 'build']);
});

test('it runs as a number that is not root, whatever the base image says', () => {
  const users = of(runtime, 'USER').map(({ text }) => text);
  expect(users).toHaveLength(1);
  expect(Number(users[0])).toBeGreaterThan(0);
});

test('it starts nginx in the foreground, in exec form, with its log on standard error', () => {
  expect(of(runtime, 'ENTRYPOINT').map(({ text }) => text)).toEqual(['["nginx"]']);
  expect(of(runtime, 'CMD').map(({ text }) => text)).toEqual([
    '["-e", "stderr", "-g", "daemon off;"]',
  ]);
});

test('packages come from the lock file: those of the build, and none of them runs code when installed', () => {
  const [install] = of(build, 'RUN');
  expect(install?.text).toBe('npm ci --omit=dev --workspaces=false --ignore-scripts');
});

test('each file it copies is sent to the build, and no test is', () => {
  const isSent = buildContext();
  const sources = of(build, 'COPY').flatMap(({ args }) => args.slice(0, -1));
  for (const source of sources) {
    expect(filesBelow(source).filter(isSent).length).toBeGreaterThan(0);
  }
  expect(
    filesBelow('src')
      .filter(isSent)
      .filter((file) => file.includes('.test.')),
  ).toEqual([]);
});
