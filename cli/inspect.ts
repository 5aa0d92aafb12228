/**
 * `npm run --silent inspect -- FILE|DIR...`: the pure layers on a dump, without a browser. An
 * error of the program itself must not look like a finding: it gives status 2, not Node's 1.
 */
import { runInspect } from './runInspect';

const CRASHED = 2;

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = runInspect(process.argv.slice(2), {
    out: (text) => {
      process.stdout.write(text);
    },
    err: (line) => {
      process.stderr.write(`${line}\n`);
    },
  });
} catch (error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`inspect: an error in the program, please report it: ${detail}\n`);
  process.exitCode = CRASHED;
}
