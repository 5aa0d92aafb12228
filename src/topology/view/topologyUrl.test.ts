import { readTopologyUrl, writeTopologyUrl } from './topologyUrl';

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
