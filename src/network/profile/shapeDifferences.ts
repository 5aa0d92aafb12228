/**
 * What makes one node differ from the others, a sentence per thing: "worker-7: ens224 under
 * br-vmdata is missing". A missing bridge is one sentence; its ports are not told again.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { NodeShape, ShapeFact } from './nodeShape';

const presence = (node: string, fact: ShapeFact, isMissing: boolean): Text => {
  const values = { node, kind: fact.kind, name: fact.name, under: fact.under };
  if (fact.kind === 'report') {
    return isMissing
      ? text('{{node}}: {{name}} is reported, unlike on the others.', values)
      : text('{{node}}: {{name}} is not reported.', values);
  }
  if (fact.kind === 'port') {
    return isMissing
      ? text('{{node}}: {{name}} under {{under}} is missing.', values)
      : text('{{node}}: {{name}} under {{under}} is extra.', values);
  }
  return isMissing
    ? text('{{node}}: {{kind}} {{name}} is missing.', values)
    : text('{{node}}: {{kind}} {{name}} is extra.', values);
};

const settingSentences = (node: string, own: ShapeFact, usual: ShapeFact): readonly Text[] => {
  const sentences: Text[] = [];
  const settings = new Set([...Object.keys(usual.settings), ...Object.keys(own.settings)]);
  for (const setting of [...settings].sort()) {
    const is = own.settings[setting] ?? '-';
    const others = usual.settings[setting] ?? '-';
    if (is === others) continue;
    const values = { node, kind: own.kind, name: own.name, under: own.under, setting, is, others };
    sentences.push(
      own.kind === 'port'
        ? text(
            '{{node}}: {{setting}} of {{name}} under {{under}} is {{is}}, others have {{others}}.',
            values,
          )
        : text(
            '{{node}}: {{setting}} of {{kind}} {{name}} is {{is}}, others have {{others}}.',
            values,
          ),
    );
  }
  return sentences;
};

const bridgeKey = (fact: ShapeFact): string => `bridge  ${fact.under}`;

/** A port goes without saying when its whole bridge is missing or extra. */
const goesWithoutSaying = (fact: ShapeFact, elsewhere: NodeShape): boolean =>
  fact.kind === 'port' && !elsewhere.has(bridgeKey(fact));

/** Differences of `own` from `usual`, in the order of things; empty when the shapes are equal. */
export const shapeDifferences = (
  node: string,
  own: NodeShape,
  usual: NodeShape,
): readonly Text[] => {
  const sentences: Text[] = [];
  for (const key of [...new Set([...usual.keys(), ...own.keys()])].sort()) {
    const is = own.get(key);
    const others = usual.get(key);
    if (is !== undefined && others !== undefined)
      sentences.push(...settingSentences(node, is, others));
    else if (others !== undefined && !goesWithoutSaying(others, own)) {
      sentences.push(presence(node, others, true));
    } else if (is !== undefined && !goesWithoutSaying(is, usual)) {
      sentences.push(presence(node, is, false));
    }
  }
  return sentences;
};
