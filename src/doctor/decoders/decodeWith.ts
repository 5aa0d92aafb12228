/**
 * Finds the decoder of a table that knows a raw message. A rule asks the table of the program whose words
 * it reads; the other tables are loaded with what shows them.
 */
import type { Text } from '../../cluster/text';
import type { Decoded, Decoder } from './decoder';

const fill = (sentence: Text, names: readonly string[], match: RegExpExecArray): Text => {
  const groups = names.map((name, index) => [name, (match[index + 1] ?? '').trim()] as const);
  return {
    template: sentence.template,
    values: { ...sentence.values, ...Object.fromEntries(groups) },
  };
};

/** The first decoder in the table's order that knows the message; undefined when none does. */
export const decodeWith = (decoders: readonly Decoder[], raw: string): Decoded | undefined => {
  for (const { pattern, names, sentence, fix, field, rules } of decoders) {
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
