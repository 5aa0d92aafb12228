/** Refuses to go on with a Node.js older than package.json's `engines` asks for. */
import { Complaint } from './project.mjs';

const oldest = 20;

/**
 * @param {string} [version] as process.versions.node has it
 * @throws {Complaint} when it is too old
 */
export function requireNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= oldest) return;
  throw new Complaint(
    `VM Networks needs Node.js ${oldest} or newer; this is ${version}. Install a newer one and try again.`,
  );
}
