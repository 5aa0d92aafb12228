import { keptOf, readTopologyUrl, withKept, writeTopologyUrl } from './topologyUrl';

test('a view comes back from its own URL, and other parameters survive', () => {
  const state = {
    view: 'table' as const,
    find: 'vlan 100',
    filter: {
      project: ['ns1', 'ns 2'],
      node: ['w-0'],
      network: ['default/br&vlan'],
      vlan: ['100'],
      state: ['broken', 'unknown'],
    },
    selection: 'vnic/ns1/ws/net1',
    scope: 'node/w 0',
    expanded: ['profile/a', 'vms/x&y'],
    isEachNode: true,
    showsUnused: true,
  };
  const params = writeTopologyUrl(new URLSearchParams('other=1&open=old'), state);
  const restored = new URLSearchParams(params.toString());
  expect(readTopologyUrl(restored)).toEqual(state);
  expect(restored.get('other')).toBe('1');
});

test('the plain view has a plain URL', () => {
  const plain = readTopologyUrl(new URLSearchParams());
  expect(writeTopologyUrl(new URLSearchParams('selection=x'), plain).toString()).toBe('');
});

test('a view that there is not is the picture, and a value given twice counts once', () => {
  const state = readTopologyUrl(new URLSearchParams('view=3d&only-vlan=1&only-vlan=1'));
  expect(state.view).toBe('picture');
  expect(state.filter.vlan).toEqual(['1']);
});

describe('view, filter and switches that were kept', () => {
  const kept = keptOf(
    readTopologyUrl(new URLSearchParams('view=coverage&only-node=w-0&nodes=each&find=x')),
  );
  const opened = (search: string): string => withKept(new URLSearchParams(search), kept).toString();

  test.each(['', 'view=table', 'other=1'])('open "%s" with them', (search) => {
    const state = readTopologyUrl(new URLSearchParams(opened(search)));
    expect(state.filter.node).toEqual(['w-0']);
    expect(state.isEachNode).toBe(true);
    expect(state.view).toBe(search === 'view=table' ? 'table' : 'coverage');
    expect(state.find).toBe('');
    expect(opened(search)).toContain(search);
  });

  test.each(['selection=vm%2Fns1%2Fws', 'scope=node%2Fw-1', 'only-vlan=5', 'unused=show'])(
    'leave "%s" alone: a link shows what it names',
    (search) => expect(opened(search)).toBe(search),
  );

  test('of the plain view are nothing', () => {
    const plain = readTopologyUrl(new URLSearchParams('selection=x&open=y'));
    const params = new URLSearchParams();
    expect(keptOf(plain)).toBe('');
    expect(withKept(params, '')).toBe(params);
  });
});
