import { readDesiredState } from './readDesiredState';

describe('readDesiredState', () => {
  test.each([[undefined], [null], [{}]])('%j does nothing', (value) => {
    expect(readDesiredState(value)).toMatchObject({ empty: true, interfaces: [] });
  });

  test.each([
    ['a text', 'desiredState is not an object'],
    [[1], 'desiredState is not an object'],
    [{ interfaces: {} }, 'interfaces is not a list'],
    [{ ovn: { 'bridge-mappings': 'x' } }, 'ovn.bridge-mappings is not a list'],
    [{ interfaces: [{ type: 'bond' }, { name: 'a' }] }, '1 of 2 interfaces have no name'],
    [{ interfaces: '{{ capture.lldp.interfaces }}' }, undefined],
    [{ interfaces: [{ name: 'a' }] }, undefined],
  ])('%j: problem %s', (value, problem) => {
    const state = readDesiredState(value);
    expect(state.problem).toBe(problem);
    expect(state.empty).toBe(false);
  });

  test('mappings keep their repeats and default to present', () => {
    const mappings = [
      { localnet: 'a', bridge: 'br' },
      { localnet: 'a', bridge: 'br2', state: 'absent' },
    ];
    expect(readDesiredState({ ovn: { 'bridge-mappings': mappings } }).mappings).toEqual([
      { localnet: 'a', bridge: 'br', state: 'present' },
      { localnet: 'a', bridge: 'br2', state: 'absent' },
    ]);
  });
});
