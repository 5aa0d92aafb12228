import { changeOf } from './changeOf';

test.each<[string, unknown]>([
  [
    'do=detach&nic=ns1/web/net1&nic=ns2/db/net1',
    {
      type: 'detach',
      nics: [
        { namespace: 'ns1', name: 'web', nic: 'net1' },
        { namespace: 'ns2', name: 'db', nic: 'net1' },
      ],
    },
  ],
  ['do=move&nic=ns1/web', { type: 'unknown' }],
  [
    'do=remove&target=network/vlan-1',
    { type: 'remove', target: { type: 'network', name: 'vlan-1' } },
  ],
  [
    'do=remove&target=bridge/worker-1/br-vms',
    { type: 'remove', target: { type: 'bridge', name: 'br-vms' } },
  ],
  ['do=clone&target=network/cluster_udn_lan', { type: 'clone', id: 'network/cluster_udn_lan' }],
  ['do=clone&target=nad/ns1/lan', { type: 'clone', id: 'nad/ns1/lan' }],
  ['do=clone&target=bridge/worker-1/br-vms', { type: 'unknown' }],
  ['do=remove&target=node/worker-1', { type: 'unknown' }],
  ['', { type: 'unknown' }],
])('%s', (query, expected) => {
  expect(changeOf(new URLSearchParams(query))).toEqual(expected);
});
