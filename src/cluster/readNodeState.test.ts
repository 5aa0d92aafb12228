import { readNodeState } from './readNodeState';

const nns = (status: unknown) => readNodeState({ metadata: { name: 'n' }, status });

describe('readNodeState', () => {
  test.each([
    ['an old operator reports no mappings', {}, undefined],
    ['no mapping at all', { ovn: {} }, []],
    [
      'mappings, those without a localnet left out',
      { ovn: { 'bridge-mappings': [{ localnet: 'physnet', bridge: 'br-ex' }, {}, 3] } },
      [{ localnet: 'physnet', bridge: 'br-ex' }],
    ],
  ])('%s', (_case, currentState, expected) => {
    expect(nns({ currentState })?.mappings).toEqual(expected);
  });

  test.each([[undefined], [null], ['text'], [[]]])('state %j is no state', (currentState) => {
    expect(nns({ currentState })).toMatchObject({ hasState: false, interfaces: [], routes: [] });
  });

  test('measures only objects with very many interfaces', () => {
    const interfaces = Array.from({ length: 401 }, (_, index) => ({ name: `e${index}` }));
    expect(nns({ currentState: { interfaces } })?.jsonSize).toBeGreaterThan(401 * 10);
    expect(nns({ currentState: { interfaces: interfaces.slice(1) } })?.jsonSize).toBeUndefined();
  });
});
