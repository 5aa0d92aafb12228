import fc from 'fast-check';
import { KindRegistry } from '../kinds/KindRegistry';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

const pods = new KindRegistry().require('pods');

describe('mergePatch', () => {
  const keys = fc.constantFrom('a', 'b', 'c');
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.string(),
      fc.array(fc.integer()),
      tie('object'),
    ),
    object: fc.dictionary(keys, tie('value')),
  })).object;

  test('with an empty patch changes nothing', () => {
    fc.assert(fc.property(json, (target) => expect(mergePatch(target, {})).toEqual(target)));
  });

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  test('never touches the target', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const before = structuredClone(target);
        mergePatch(target, patch);
        expect(target).toEqual(before);
      }),
    );
  });
});

describe('strategicMergePatch', () => {
  const containers = [{ name: 'a', image: '1', env: [{ name: 'X', value: '1' }] }, { name: 'b' }];
  const target = {
    spec: { containers, nodeSelector: { x: 'y' } },
    metadata: { finalizers: ['f'] },
  };

  test.each<[string, object, unknown]>([
    [
      'merges keyed lists item by item',
      { spec: { containers: [{ name: 'a', image: '2' }, { name: 'c' }] } },
      [{ name: 'a', image: '2', env: [{ name: 'X', value: '1' }] }, { name: 'b' }, { name: 'c' }],
    ],
    [
      'merges keyed lists inside keyed lists',
      { spec: { containers: [{ name: 'a', env: [{ name: 'Y' }] }] } },
      [{ name: 'a', image: '1', env: [{ name: 'X', value: '1' }, { name: 'Y' }] }, { name: 'b' }],
    ],
    [
      'deletes an item by directive',
      { spec: { containers: [{ name: 'a', $patch: 'delete' }] } },
      [{ name: 'b' }],
    ],
    [
      'replaces a list by directive',
      { spec: { containers: [{ $patch: 'replace' }, { name: 'z' }] } },
      [{ name: 'z' }],
    ],
    [
      'ignores the order of elements',
      { spec: { '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }] } },
      containers,
    ],
  ])('%s', (_what, patch, expected) => {
    const result = strategicMergePatch(pods, target, patch);
    expect(result).toMatchObject({ spec: { containers: expected } });
  });

  test('deletes from lists of scalars, replaces and retains objects by directive', () => {
    const patch = {
      metadata: { '$deleteFromPrimitiveList/finalizers': ['f'] },
      spec: { $retainKeys: ['nodeSelector'], nodeSelector: { $patch: 'replace', a: 'b' } },
    };
    expect(strategicMergePatch(pods, target, patch)).toEqual({
      metadata: { finalizers: [] },
      spec: { nodeSelector: { a: 'b' } },
    });
  });

  test('removes by null and adds to sets', () => {
    const patch = { metadata: { finalizers: ['g', 'f'] }, spec: { nodeSelector: null } };
    expect(strategicMergePatch(pods, target, patch)).toEqual({
      metadata: { finalizers: ['f', 'g'] },
      spec: { containers },
    });
  });
});
