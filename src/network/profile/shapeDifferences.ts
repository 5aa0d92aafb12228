/**
 * What makes one node differ from the others, a sentence per thing: "worker-7: ens224 under
 * br-vmdata is missing". A missing bridge is one sentence; its ports are not told again.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { NOT_KNOWN } from './nodeShape';
import type { NodeShape, ShapeFact } from './nodeShape';

/** One thing that is missing, extra, or set otherwise than on the nodes compared with. */
export interface ShapeDifference {
  readonly change: 'missing' | 'extra' | 'setting';
  readonly kind: ShapeFact['kind'];
  readonly name: string;
  /** The bridge of a port; '' otherwise. */
  readonly under: string;
  /** What is set otherwise, and both values; `-` stands for none. Only of a `setting`. */
  readonly setting?: string;
  readonly own?: string;
  readonly usual?: string;
  readonly sentence: Text;
}

const presenceSentence = (node: string, fact: ShapeFact, isMissing: boolean): Text => {
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

const thing = ({ kind, name, under }: ShapeFact) => ({ kind, name, under });

const missing = (node: string, fact: ShapeFact): ShapeDifference => ({
  ...thing(fact),
  change: 'missing',
  sentence: presenceSentence(node, fact, true),
});

const extra = (node: string, fact: ShapeFact): ShapeDifference => ({
  ...thing(fact),
  change: 'extra',
  sentence: presenceSentence(node, fact, false),
});

const settingDifferences = (
  node: string,
  fact: ShapeFact,
  others: ShapeFact,
): readonly ShapeDifference[] => {
  const differences: ShapeDifference[] = [];
  // What a NIC is used for is told by the port or the bond; how an idle one is set says nothing.
  if (fact.idle || others.idle) return differences;
  const settings = new Set([...Object.keys(others.settings), ...Object.keys(fact.settings)]);
  for (const setting of [...settings].sort()) {
    const own = fact.settings[setting] ?? '-';
    const usual = others.settings[setting] ?? '-';
    if (own === usual) continue;
    const values = { node, ...thing(fact), setting, is: own, others: usual };
    const sentence =
      fact.kind === 'port'
        ? text(
            '{{node}}: {{setting}} of {{name}} under {{under}} is {{is}}, others have {{others}}.',
            values,
          )
        : text(
            '{{node}}: {{setting}} of {{kind}} {{name}} is {{is}}, others have {{others}}.',
            values,
          );
    differences.push({ ...thing(fact), change: 'setting', setting, own, usual, sentence });
  }
  return differences;
};

const bridgeKey = (fact: ShapeFact): string => `bridge  ${fact.under}`;

/** Key of the fact that a node of an old operator has in place of its mappings. */
const NO_MAPPINGS = 'report  bridge mappings';

/**
 * A port goes without saying when its whole bridge is missing or extra; a mapping when the other
 * node does not report any.
 */
const goesWithoutSaying = (fact: ShapeFact, elsewhere: NodeShape): boolean =>
  (fact.kind === 'port' && !elsewhere.has(bridgeKey(fact))) ||
  (fact.kind === 'mapping' && elsewhere.has(NO_MAPPINGS));

const isReport = (fact: ShapeFact): boolean => fact.kind === 'report';

/** A node that reports nothing differs in that; what it would report goes without saying. */
const reportOf = (shape: NodeShape): ShapeFact | undefined =>
  shape.size === 1 ? [...shape.values()].find(isReport) : undefined;

/** Differences of `own` from `usual`, in the order of things; empty when the shapes are equal. */
export const shapeDifferences = (
  node: string,
  own: NodeShape,
  usual: NodeShape,
): readonly ShapeDifference[] => {
  const silent = reportOf(own);
  if (silent?.settings.missing === NOT_KNOWN) return [];
  const silentOthers = reportOf(usual);
  if (silent !== undefined && silentOthers === undefined) return [extra(node, silent)];
  if (silent === undefined && silentOthers !== undefined) return [missing(node, silentOthers)];
  const differences: ShapeDifference[] = [];
  for (const key of [...new Set([...usual.keys(), ...own.keys()])].sort()) {
    const is = own.get(key);
    const others = usual.get(key);
    if (is !== undefined && others !== undefined) {
      differences.push(...settingDifferences(node, is, others));
    } else if (others !== undefined && !goesWithoutSaying(others, own)) {
      differences.push(missing(node, others));
    } else if (is !== undefined && !goesWithoutSaying(is, usual)) {
      differences.push(extra(node, is));
    }
  }
  return differences;
};
