import { readCniConfig } from './readCniConfig';

const ovn = (fields: object) =>
  readCniConfig(JSON.stringify({ name: 'n', type: 'ovn-k8s-cni-overlay', ...fields }));

describe('readCniConfig', () => {
  test.each([
    [undefined, 'empty'],
    ['  ', 'empty'],
    ['{"type":', 'unreadable'],
    ['[]', 'unreadable'],
    ['null', 'unreadable'],
    [{ type: 'bridge' }, 'unreadable'],
    ['{}', 'untyped'],
    ['{"plugins":[]}', 'untyped'],
    ['{"type":"bridge"}', 'conf'],
    ['{"type":"bridge","plugins":[{"type":"x"}]}', 'conf'],
    ['{"plugins":[{"type":"cnv-bridge"},{"type":"tuning"}]}', 'conflist'],
  ])('%j is %s', (config, form) => {
    expect(readCniConfig(config).form).toBe(form);
  });

  test('a list takes its name from the top and its plugin from the first', () => {
    const config =
      '{"name":"n","cniVersion":"1.0.0","plugins":[{"type":"bridge","bridge":"b"},{}]}';
    expect(readCniConfig(config)).toMatchObject({
      name: 'n',
      cniVersion: '1.0.0',
      type: 'bridge',
      pluginTypes: ['bridge', ''],
      plugin: { family: 'bridge', bridge: 'b' },
    });
  });

  test.each([
    [100, { value: 100, malformed: false, raw: '100' }],
    ['100', { value: 100, malformed: true, raw: '"100"' }],
    [1.5, { value: 1.5, malformed: true, raw: '1.5' }],
    ['', { value: NaN, malformed: true, raw: '""' }],
    [{}, { value: NaN, malformed: true, raw: '{…}' }],
    [true, { value: NaN, malformed: true, raw: 'true' }],
    [null, undefined],
  ])('vlanID %j as written', (vlanID, expected) => {
    expect(ovn({ vlanID })).toMatchObject({ plugin: { vlanID: expected } });
  });

  test('keys match without regard to case, as in Go', () => {
    expect(ovn({ vlanId: 7, PhysicalNetworkName: 'p' })).toMatchObject({
      plugin: { vlanID: { value: 7 }, physicalNetworkName: 'p' },
      unknownKeys: [],
    });
  });

  test('the other plugin type’s VLAN key is kept apart', () => {
    expect(ovn({ vlan: 7 })).toMatchObject({
      plugin: { vlanID: undefined, wrongVlanKey: { value: 7 } },
    });
    expect(readCniConfig('{"type":"bridge","vlanID":7}')).toMatchObject({
      plugin: { bridge: 'cni0', vlan: undefined, wrongVlanKey: { value: 7 } },
    });
  });

  test('trunk ranges, subnets and unknown keys', () => {
    const trunk =
      '{"type":"bridge","vlanTrunk":[{"id":5},{"minID":7,"maxID":9},{}],"isGateway":true}';
    expect(readCniConfig(trunk)).toMatchObject({
      plugin: {
        vlanTrunk: [
          { min: 5, max: 5 },
          { min: 7, max: 9 },
        ],
      },
      unknownKeys: ['isGateway'],
    });
    expect(ovn({ subnets: '10.1.0.0/24, fd00::/64,' })).toMatchObject({
      plugin: { subnets: ['10.1.0.0/24', 'fd00::/64'] },
    });
  });

  test.each([
    ['sriov', 'sriov'],
    ['macvtap', 'macvtap'],
    ['ipvlan', 'unknown'],
  ])('%s is shown as %s', (type, family) => {
    expect(readCniConfig(JSON.stringify({ type }))).toMatchObject({ plugin: { family } });
  });
});
