import { readTopologyUrl, writeTopologyUrl } from './topologyUrl';

test('a view comes back from its own URL, and other parameters survive', () => {
  const state = {
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
