import {
  freeName,
  isInterfaceName,
  isLocalnetName,
  isMtu,
  isNadName,
  isReservedNetworkName,
  isVlanId,
  toObjectName,
} from './names';

test.each([
  ['br-vmdata', true],
  ['a23456789012345', true],
  ['a234567890123456', false],
  ['', false],
  ['br 1', false],
  ['a/b', false],
  ['ö', false],
  ['..', false],
  ['eth0.100', true],
])('interface name %j is legal: %s', (name, legal) => expect(isInterfaceName(name)).toBe(legal));

test.each([
  ['vlan-1926', true],
  ['1926', true],
  ['0abc', false],
  ['-abc', false],
  ['abc-', false],
  ['Abc', false],
  ['a.b', false],
  ['', false],
  ['a'.repeat(64), false],
])('NAD name %j is legal: %s', (name, legal) => expect(isNadName(name)).toBe(legal));

test.each([
  ['vmdata', true],
  ['a,b', false],
  ['a:b', false],
  ['', false],
  ['x'.repeat(254), false],
])('localnet name %j is legal: %s', (name, legal) => expect(isLocalnetName(name)).toBe(legal));

test.each(['default', 'ovn-kubernetes', 'cluster_udn_x'])('%s is reserved', (name) =>
  expect(isReservedNetworkName(name)).toBe(true),
);

test.each([
  [0, false],
  [1, true],
  [4094, true],
  [4095, false],
  [1.5, false],
  [Number.NaN, false],
])('VLAN %d is legal: %s', (id, legal) => expect(isVlanId(id)).toBe(legal));

test.each([
  [575, false],
  [576, true],
  [9000, true],
  [65537, false],
  [Number.NaN, false],
])('MTU %d is legal: %s', (bytes, legal) => expect(isMtu(bytes)).toBe(legal));

test('object names are made from any text', () => {
  expect(toObjectName('BR_Vm Data!')).toBe('br-vm-data');
  expect(toObjectName(`${'a'.repeat(62)}--b`)).toBe('a'.repeat(62));
});

test('a taken name gets the first free number', () => {
  expect(freeName('net', new Set())).toBe('net');
  expect(freeName('net', new Set(['net', 'net-2']))).toBe('net-3');
});
