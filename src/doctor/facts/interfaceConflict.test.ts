import { readDesiredState } from '../../cluster/readDesiredState';
import { interfaceConflicts } from './interfaceConflict';

const read = (...interfaces: readonly object[]) => readDesiredState({ interfaces });

const kinds = (a: readonly object[], b: readonly object[]): readonly string[] =>
  interfaceConflicts(read(...a), read(...b)).map((conflict) => conflict.kind);

const nic = (extra: object) => ({ name: 'eth1', type: 'ethernet', ...extra });
const bridge = (name: string, ports: readonly unknown[] | undefined, extra: object = {}) => ({
  name,
  type: 'ovs-bridge',
  bridge: { ...(ports === undefined ? {} : { port: ports }), ...extra },
});
const port = (name: string, extra: object = {}) => ({ name, ...extra });
const bond = (name: string, members: readonly string[], mode?: string | number) => ({
  name,
  type: 'bond',
  'link-aggregation': { ...(mode === undefined ? {} : { mode }), port: members },
});
const access = (tag: number) => ({ vlan: { mode: 'access', tag } });

describe('no conflict', () => {
  test.each([
    ['equal settings', [nic({ mtu: 9000 })], [nic({ mtu: 9000 })]],
    ['a number as text', [nic({ mtu: 9000 })], [nic({ mtu: '9000' })]],
    ['a key that one leaves out', [nic({ mtu: 9000 })], [nic({ state: 'up' })]],
    ['another description', [nic({ description: 'a' })], [nic({ description: 'b' })]],
    ['an ignored interface', [nic({ mtu: 9000 })], [nic({ mtu: 1500, state: 'ignore' })]],
    [
      'ports in another order',
      [bridge('b', [port('x'), port('y')])],
      [bridge('b', [port('y'), port('x')])],
    ],
    [
      'the own name among the ports',
      [bridge('b', [port('x')])],
      [bridge('b', [port('x'), port('b')])],
    ],
    ['no port list', [bridge('b', [port('x')])], [bridge('b', undefined)]],
    [
      'the flag that is not stored',
      [bridge('b', undefined, { 'allow-extra-patch-ports': true })],
      [bridge('b', undefined, { 'allow-extra-patch-ports': false })],
    ],
    [
      'two forms of one STP',
      [bridge('b', undefined, { options: { stp: false } })],
      [bridge('b', undefined, { options: { stp: { enabled: false } } })],
    ],
    ['a bond mode by number', [bond('b', ['x'], 4)], [bond('b', ['x'], '802.3ad')]],
    [
      'bridge and internal interface of one name',
      [bridge('b', undefined), { name: 'b', type: 'ovs-interface', state: 'up' }],
      [{ name: 'b', type: 'ovs-interface', state: 'up' }],
    ],
    ['one NIC in the same bridge', [bridge('b', [port('x')])], [bridge('b', [port('x')])]],
  ])('%s', (_, a, b) => {
    expect(kinds(a, b)).toEqual([]);
  });
});

describe('conflict', () => {
  test.each([
    ['MTU', [nic({ mtu: 9000 })], [nic({ mtu: 1500 })], 'setting'],
    [
      'a nested setting',
      [nic({ ipv4: { enabled: true } })],
      [nic({ ipv4: { enabled: false } })],
      'setting',
    ],
    ['up against absent', [nic({ state: 'up' })], [nic({ state: 'absent' })], 'setting'],
    ['an omitted type', [nic({ mtu: 9000 })], [{ name: 'eth1', mtu: 1500 }], 'setting'],
    ['bond mode', [bond('b', ['x'], 1)], [bond('b', ['x'], '802.3ad')], 'setting'],
    [
      'STP',
      [bridge('b', undefined, { options: { stp: true } })],
      [bridge('b', undefined, { options: { stp: { enabled: false } } })],
      'setting',
    ],
    ['bridge ports', [bridge('b', [port('x')])], [bridge('b', [port('y')])], 'ports'],
    [
      'port filters',
      [bridge('b', [port('x', access(5))])],
      [bridge('b', [port('x', access(6))])],
      'ports',
    ],
    ['bond members', [bond('b', ['x', 'y'])], [bond('b', ['x', 'z'])], 'ports'],
    [
      'one NIC in two bridges',
      [bridge('b', [port('x')])],
      [bridge('c', [port('x')])],
      'controller',
    ],
    ['one NIC in bond and bridge', [bond('b', ['x'])], [bridge('c', [port('x')])], 'controller'],
    [
      'a member of an OVS bond in another bridge',
      [bridge('b', [port('o', { 'link-aggregation': { port: [{ name: 'x' }] } })])],
      [bridge('c', [port('x')])],
      'controller',
    ],
  ])('%s', (_, a, b, kind) => {
    expect(kinds(a, b)).toEqual([kind]);
    expect(kinds(b, a)).toEqual([kind]);
  });
});
