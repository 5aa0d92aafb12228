/** Runs a program to its end and gives what it said, also when it failed. */
import { execFile } from 'node:child_process';

export interface ProgramResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const LONGEST_OUTPUT = 64 * 1024 * 1024;

/** @throws only when the program cannot be started at all */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: ProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: env ?? process.env, maxBuffer: LONGEST_OUTPUT };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') {
        reject(new Error(`${program} could not be run: ${error.message}`, { cause: error }));
        return;
      }
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** As `runProgram`, for a program that has to succeed: its standard output. */
export async function outputOf(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<string> {
  const { status, stdout, stderr } = await runProgram(program, args, options);
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(' ')} ended with status ${status}:\n${stdout}${stderr}`);
}
