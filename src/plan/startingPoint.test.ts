import { attachLink, attachLinkOf, attachLinkOfFinding, startingPointOf } from './startingPoint';
import type { StartingPoint } from './startingPoint';

const read = (link: string | undefined): StartingPoint =>
  startingPointOf(new URL(link ?? '', 'https://console').searchParams);

test.each<StartingPoint>([
  {},
  { vms: ['ns1/web', 'ns2/db'], vlan: '1926' },
  { bridge: 'br-vmdata' },
  { node: 'worker-0', nic: 'ens256' },
  { network: 'a&b=c' },
  { nad: 'ns1/vlan-100', projects: ['ns1', 'ns2'] },
])('%j survives the way through the URL', (start) => {
  expect(read(attachLink(start))).toEqual(start);
});

test.each<[string, StartingPoint | undefined]>([
  ['vm/ns1/web', { vms: ['ns1/web'] }],
  ['vnic/ns1/web/net1', { vms: ['ns1/web'] }],
  ['bridge/worker-0/br-vmdata', { node: 'worker-0', bridge: 'br-vmdata' }],
  ['nic/worker-0/ens256', { node: 'worker-0', nic: 'ens256' }],
  ['network/team/vlan-100', { network: 'team/vlan-100' }],
  ['cudn/vlan-100', { network: 'vlan-100' }],
  ['nad/ns1/vlan-100', { nad: 'ns1/vlan-100' }],
  ['mapping/worker-0/vmdata', { localnet: 'vmdata' }],
  ['localnet/vmdata', { localnet: 'vmdata' }],
  ['switch/aa:bb', undefined],
])('the entity %s starts with %j', (id, expected) => {
  const link = attachLinkOf(id);
  expect(link === undefined ? undefined : read(link)).toEqual(expected);
});

test('a finding names itself and what it is about', () => {
  expect(read(attachLinkOfFinding('NAD-025', 'nad/ns1/vlan-100'))).toEqual({
    nad: 'ns1/vlan-100',
    finding: 'NAD-025',
    subject: 'nad/ns1/vlan-100',
  });
});

test('a finding that a VM more does not end leads nowhere', () => {
  expect(attachLinkOfFinding('NODE-005', 'nic/worker-0/ens224')).toBeUndefined();
});

test('what is given on its own wins over the subject', () => {
  expect(startingPointOf(new URLSearchParams('subject=bridge/w/br1&bridge=br2'))).toEqual({
    node: 'w',
    bridge: 'br2',
    subject: 'bridge/w/br1',
  });
});
