/**
 * Finds the decoder that knows a raw message. An unknown message gives undefined and is shown as
 * it is: nothing is swallowed, nothing is guessed.
 */
import type { Text } from '../../cluster/text';
import type { Decoded, Decoder } from './decoder';
import { NMSTATE_MESSAGES } from './nmstateMessages';
import { POD_MESSAGES } from './podMessages';
import { VM_MESSAGES } from './vmMessages';

const DECODERS: readonly Decoder[] = [...VM_MESSAGES, ...POD_MESSAGES, ...NMSTATE_MESSAGES];

const fill = (sentence: Text, names: readonly string[], match: RegExpExecArray): Text => {
  const groups = names.map((name, index) => [name, (match[index + 1] ?? '').trim()] as const);
  return {
    template: sentence.template,
    values: { ...sentence.values, ...Object.fromEntries(groups) },
  };
};

/** The first decoder in the tables' order that knows the message; undefined when none does. */
export const decodeMessage = (raw: string): Decoded | undefined => {
  for (const { pattern, names, sentence, fix, field, rules } of DECODERS) {
    const match = pattern.exec(raw);
    if (match === null) continue;
    return {
      sentence: fill(sentence, names, match),
      fix: fill(fix, names, match),
      field,
      rules,
      raw,
    };
  }
  return undefined;
};
