/** `npm run --silent inspect -- FILE|DIR...`: the pure layers on a dump, without a browser. */
import { runInspect } from './runInspect';

process.exitCode = runInspect(process.argv.slice(2), {
  out: (text) => {
    process.stdout.write(text);
  },
  err: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
