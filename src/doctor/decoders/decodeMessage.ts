/**
 * Finds the decoder that knows a raw message. An unknown message gives undefined and is shown as
 * it is: nothing is swallowed, nothing is guessed.
 */
import type { Decoded, Decoder } from './decoder';
import { decodeWith } from './decodeWith';
import { NMSTATE_MESSAGES } from './nmstateMessages';
import { POD_MESSAGES } from './podMessages';
import { VM_MESSAGES } from './vmMessages';

const DECODERS: readonly Decoder[] = [...VM_MESSAGES, ...POD_MESSAGES, ...NMSTATE_MESSAGES];

/** The first decoder in the tables' order that knows the message; undefined when none does. */
export const decodeMessage = (raw: string): Decoded | undefined => decodeWith(DECODERS, raw);
