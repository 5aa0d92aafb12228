/**
 * What can happen to a node on purpose, as data: what the fault panel and tests send to `/__nodes`.
 * Without a node the seed chooses one among the workers, the same for the same seed.
 */
import { badRequest } from '../api-server/http/ApiError';
import { isRecord } from '../api-server/json';

export const NODE_FAULTS = ['fail-apply', 'mend-apply', 'pull-nic', 'lldp-off', 'restart'] as const;

export interface NodeFault {
  /**
   * `fail-apply`: every policy fails on the node from now on, until `mend-apply`. `pull-nic`: the
   * cable of a NIC is out. `lldp-off`: the node hears no switch any more. `restart`: the node is not
   * ready for a while and its VMs start anew.
   */
  readonly fault: (typeof NODE_FAULTS)[number];
  readonly node?: string;
  readonly seed: number;
  /** For `pull-nic`. */
  readonly nic?: string;
  /** What NMState is to report, for `fail-apply`. */
  readonly message: string;
  /** How long a restart takes, in milliseconds. */
  readonly downMs: number;
}

const MESSAGE = 'NmstateError: VerificationError: a fault on demand';
const DOWN_MS = 3000;

/** Reads a fault from JSON; throws 400 that says what is wrong with it. */
export function parseNodeFault(value: unknown): NodeFault {
  const {
    fault,
    node,
    nic,
    seed = 1,
    message = MESSAGE,
    downMs = DOWN_MS,
  } = isRecord(value) ? value : {};
  const known = NODE_FAULTS.find((name) => name === fault);
  if (known === undefined) throw badRequest(`"fault" must be one of ${NODE_FAULTS.join(', ')}`);
  for (const [key, text] of Object.entries({ node, nic, message })) {
    if (text !== undefined && typeof text !== 'string')
      throw badRequest(`"${key}" must be a string`);
  }
  if (known === 'pull-nic' && typeof nic !== 'string') {
    throw badRequest('"pull-nic" needs the name of a "nic"');
  }
  if (typeof seed !== 'number' || typeof downMs !== 'number') {
    throw badRequest('"seed" and "downMs" must be numbers');
  }
  return {
    fault: known,
    seed,
    message: String(message),
    downMs,
    ...(typeof node === 'string' ? { node } : {}),
    ...(typeof nic === 'string' ? { nic } : {}),
  };
}
