/**
 * The real kubectl against a server of ours: what it prints and how it ends is what somebody at a
 * terminal sees. `KUBECTL` names the program; without it the one on the PATH is taken, and where there is
 * none, on Linux on x64, the one that an npm package carries.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { clusterTools } from '../../../shipping/tools/clusterTools';

const named = process.env.KUBECTL ?? 'kubectl';
const isInstalled = spawnSync(named, ['version', '--client']).status === 0;
const isCarried = process.platform === 'linux' && process.arch === 'x64';

/**
 * Whether there is one, or npm carries one for this machine; tests are skipped by name where neither is so. One
 * that is carried and cannot be fetched fails them.
 */
export const hasKubectl = isInstalled || isCarried;

/** Lines that client-go logs, such as that a watch was short or cut off; releases differ in them. */
const LOG_LINES = /^[IWE]\d{4} .*\n?/gm;

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class Kubectl {
  private readonly folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  private readonly environment = { ...process.env, KUBECONFIG: '/dev/null' };

  private constructor(
    private readonly url: string,
    private readonly program: string,
  ) {}

  /** One that talks to the server at `url`. @throws when there is none and none can be fetched */
  static async at(url: string): Promise<Kubectl> {
    return new Kubectl(url, isInstalled ? named : (await clusterTools()).kubectl);
  }

  /** Runs it to its end. */
  run(...args: readonly string[]): Promise<Ended> {
    const options = { env: this.environment };
    return new Promise((resolve) => {
      const child = execFile(
        this.program,
        this.argumentsOf(args),
        options,
        (_error, stdout, stderr) =>
          resolve({
            status: child.exitCode ?? -1,
            stdout: stdout.trim(),
            stderr: stderr.replace(LOG_LINES, '').trim(),
          }),
      );
    });
  }

  /** Standard output, or the error text of a run that failed. */
  async text(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.run(...args);
    return status === 0 ? stdout : stderr;
  }

  /** Starts it and lets it run; the caller ends it. */
  start(...args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
    return spawn(this.program, this.argumentsOf(args), {
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Writes a manifest and gives its path. */
  file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  private argumentsOf(args: readonly string[]): string[] {
    return ['--server', this.url, '--cache-dir', join(this.folder, 'cache'), ...args];
  }
}
