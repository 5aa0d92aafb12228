/** Where the project is, whatever directory a script is called from. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const cacheFolder = path.join(root, '.cache');

/** A message for the person at the keyboard, without a stack trace; the script ends with status 1. */
export class Complaint extends Error {}

/**
 * Runs a script's main function; a Complaint is printed as it is, anything else with its stack.
 * @param {() => Promise<void> | void} main
 * @param {number} [status] exit status after an error
 */
export async function runScript(main, status = 1) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Complaint ? error.message : error.stack}\n`);
    process.exitCode = status;
  }
}
