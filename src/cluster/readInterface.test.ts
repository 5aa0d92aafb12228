import { readDesiredInterface, readInterface } from './readInterface';

describe('readInterface', () => {
  test.each([
    ['a boolean', true, { stp: true, stpQuoted: false }],
    ['an object', { enabled: false }, { stp: false, stpQuoted: false }],
    ['a quoted word', 'false', { stp: false, stpQuoted: true }],
    ['an object with a quoted word', { enabled: 'true' }, { stp: true, stpQuoted: true }],
    ['nothing', undefined, { stp: undefined, stpQuoted: false }],
  ])('stp as %s', (_form, stp, expected) => {
    const record = readInterface({ name: 'br', type: 'ovs-bridge', bridge: { options: { stp } } });
    expect(record?.bridge).toMatchObject(expected);
  });

  test.each(['port', 'ports'])('bridge ports under %s, each name once', (key) => {
    const record = readInterface({
      name: 'br',
      bridge: { [key]: [{ name: 'a' }, { name: 'a' }, { name: 'b' }, {}, null] },
    });
    expect(record?.bridge?.ports.map((port) => port.name)).toEqual(['a', 'b']);
    expect(record?.bridge?.portsStated).toBe(true);
  });

  test('a bridge without a port list states no ports', () => {
    expect(readInterface({ name: 'br', bridge: {} })?.bridge).toMatchObject({
      ports: [],
      portsStated: false,
    });
  });

  test.each([
    [
      { mode: 4, slaves: ['a', 'b'] },
      { mode: '802.3ad', members: ['a', 'b'] },
    ],
    [
      { mode: 'active-backup', port: ['a'] },
      { mode: 'active-backup', members: ['a'] },
    ],
    [
      { mode: '1', 'ports-config': [{ name: 'a' }] },
      { mode: 'active-backup', members: ['a'] },
    ],
    [
      { mode: 'balance-slb', port: [{ name: 'a' }] },
      { mode: 'balance-slb', members: ['a'] },
    ],
    [{}, { mode: '', members: [] }],
  ])('bond %j', (raw, expected) => {
    expect(readInterface({ name: 'bond0', 'link-aggregation': raw })?.bond).toEqual(expected);
  });

  test('port VLAN filtering: trunk ranges, access tag, opt-out', () => {
    const ports = [
      {
        name: 'a',
        vlan: {
          mode: 'trunk',
          'enable-native': true,
          tag: 10,
          'trunk-tags': [{ id: 5 }, { 'id-range': { min: 100, max: 200 } }],
        },
      },
      { name: 'b', vlan: { mode: 'access', tag: '7' } },
      { name: 'c', vlan: {} },
      { name: 'd' },
    ];
    const record = readInterface({ name: 'br', bridge: { port: ports } });
    expect(record?.bridge?.ports.map((port) => port.vlan)).toEqual([
      {
        mode: 'trunk',
        tag: 10,
        enableNative: true,
        trunkTags: [
          { min: 5, max: 5 },
          { min: 100, max: 200 },
        ],
        empty: false,
      },
      { mode: 'access', tag: 7, enableNative: false, trunkTags: [], empty: false },
      { mode: '', tag: undefined, enableNative: false, trunkTags: [], empty: true },
      undefined,
    ]);
  });

  test('LLDP: one neighbour of many TLVs, repeats dropped', () => {
    const neighbor = [
      { type: 5, 'system-name': 'tor-1' },
      { type: 1, 'chassis-id': 'aa:bb' },
      { type: 2, 'port-id': 'ge-0/0/0' },
      { 'management-addresses': [{ address: '10.0.0.1' }], type: 8 },
      { 'ieee-802-1-vlans': [{ name: 'v', vid: 7 }], oui: '00:80:c2', subtype: 3, type: 127 },
      { 'ieee-802-3-max-frame-size': 9216, type: 127 },
    ];
    const lldp = { enabled: true, neighbors: [neighbor, neighbor, [{ type: 1 }], 'x'] };
    const record = readInterface({ name: 'eno1', lldp });
    expect(record?.lldp?.neighbors).toHaveLength(2);
    expect(record?.lldp?.neighbors[0]).toEqual({
      chassisId: 'aa:bb',
      portId: 'ge-0/0/0',
      systemName: 'tor-1',
      managementAddresses: ['10.0.0.1'],
      vlans: [{ id: 7, name: 'v' }],
      maxFrame: 9216,
    });
  });

  test('a switch that sends no VLAN list is told from one that sends an empty one', () => {
    const read = (tlv: object) =>
      readInterface({ name: 'e', lldp: { enabled: true, neighbors: [[tlv]] } })?.lldp?.neighbors[0];
    expect(read({ 'chassis-id': 'a' })?.vlans).toBeUndefined();
    expect(read({ 'ieee-802-1-vlans': [] })?.vlans).toEqual([]);
  });

  test('numbers and booleans as text read as nmstate reads them', () => {
    const record = readInterface({ name: 7, mtu: '9000', vlan: { 'base-iface': 'e', id: '12' } });
    expect(record).toMatchObject({ name: '7', mtu: 9000, vlan: { base: 'e', id: 12 } });
  });

  test.each([[null], ['x'], [[]], [{}], [{ name: '' }]])('%j is no interface', (value) => {
    expect(readInterface(value)).toBeUndefined();
  });
});

describe('readDesiredInterface', () => {
  test('keeps keys and scalar settings, not names and lists', () => {
    const record = readDesiredInterface({
      type: 'ovs-bridge',
      name: 'br',
      state: 'up',
      bridge: { options: { stp: false }, port: [{ name: 'a' }] },
    });
    expect(record?.keys).toEqual(['bridge', 'name', 'state', 'type']);
    expect(record?.settings).toEqual({ state: 'up', 'bridge.options.stp': 'false' });
  });
});
