import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { readPlainYaml } from './plainYaml';

const options = fc.record({
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
  simpleKeys: fc.constant(false),
} as const);

const word = fc.oneof(
  fc.string(),
  fc.lorem({ maxCount: 12 }),
  fc.constantFrom('a: b', '- x', '#c', 'a #b', '1', '1.0', 'null', 'yes', '', ' ', '"', "'", 'k:'),
  fc
    .array(fc.constantFrom('a', ' ', '\n', '  b', ': ', '#', '- ', "'", '"', '\\'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true })),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('readPlainYaml', () => {
  test('agrees with the YAML library on whatever it reads', () => {
    fc.assert(
      fc.property(value, options, (data, how) => {
        const text = stringify(data, how);
        const plain = readPlainYaml(text);
        if (plain !== undefined) expect(plain.value).toEqual(parse(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('agrees with the YAML library on broken text too, or gives up', () => {
    const lines = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(
          'a: 1',
          'b:',
          '- c',
          '- d: 2',
          '-',
          'e: |',
          'text',
          "f: 'q",
          "g'",
          '# h',
          '',
          'i: "x"',
          '- - j',
          'k: l m',
          'n: {}',
          'o: >',
          'p: &q r',
          '? s',
          'a: b: c',
          'x:y',
          '"r": 1',
        ),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.map(([depth, line]) => ' '.repeat(depth) + line).join('\n');
        const plain = readPlainYaml(text);
        if (plain !== undefined) expect(plain.value).toEqual(parse(text));
      }),
      { numRuns: 20000 },
    );
  });

  test('reads all that the API server serves without giving up', () => {
    for (const object of healthyCluster()) {
      const text = stringify(object, { indentSeq: false, lineWidth: 0 });
      expect(readPlainYaml(text)).toEqual({ value: parse(text) as unknown });
    }
  });

  test.each([
    ['an anchor', 'a: &x 1'],
    ['a tag', 'a: !!str 1'],
    ['a folded block', 'a: >\n  b'],
    ['a flow collection', 'a: [1]'],
    ['a merge key', 'a:\n  <<: 1'],
    ['a tab', 'a:\tb'],
    ['the key that JavaScript keeps for itself', '__proto__: 1'],
    ['that key in quotes', '"__proto__": []'],
  ])('gives up on %s', (_case, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});
