/** The Dockerfile as stages of instructions, read with Docker's own grammar. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DockerfileParser, ModifiableInstruction } from 'dockerfile-ast';
import { projectRoot } from '../tools/projectRoot';

export interface Instruction {
  /** Upper case: COPY, RUN. */
  readonly keyword: string;
  /** Without flags. */
  readonly args: readonly string[];
  /** `--from=build` as `from` -> `build`. */
  readonly flags: ReadonlyMap<string, string>;
  /** All after the keyword, continued lines joined. */
  readonly text: string;
}

export interface Stage {
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

export const dockerfileText = (): string =>
  readFileSync(path.join(projectRoot, 'Dockerfile'), 'utf8');

/** Stages in order, each beginning with its FROM; what stands above the first is left out. */
export function readDockerfile(): readonly Stage[] {
  const stages: { name: string | undefined; instructions: Instruction[] }[] = [];
  for (const instruction of DockerfileParser.parse(dockerfileText()).getInstructions()) {
    const keyword = instruction.getKeyword();
    const args = instruction.getArguments().map((argument) => argument.getValue());
    const text = instruction.getArgumentsContent()?.replaceAll(/\\\n\s*/g, '') ?? '';
    const given = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
    const flags = given.map((flag): [string, string] => [flag.getName(), flag.getValue() ?? '']);
    if (keyword === 'FROM') stages.push({ name: args[2], instructions: [] });
    stages.at(-1)?.instructions.push({ keyword, args, flags: new Map(flags), text });
  }
  return stages;
}
