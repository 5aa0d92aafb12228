import { readNad } from './readNad';
import { bridgeNad, ovnNad } from '../../dev/test/makeClusterPolicies';
import { cudnNetworkName, networkNameOf, physicalNameOf, udnNetworkName } from './networkNameOf';
import { localnetPatchPort, localnetSwitchName, ovnName } from './ovnNames';
import { nadUsableFrom, resolveNad } from './resolveNad';

describe('OVN names', () => {
  test('as the article shows them', () => {
    expect(localnetSwitchName('vlan-1924')).toBe('vlan.1924_ovn_localnet_switch');
    expect(localnetPatchPort('vlan-1924')).toBe('patch-vlan.1924_ovn_localnet_port-to-br-int');
  });

  test('names that collide are equal inside OVN', () => {
    expect(ovnName('a-b/c')).toBe(ovnName('a.b.c'));
    expect(ovnName('a_b')).not.toBe(ovnName('a.b'));
  });
});

describe('network names', () => {
  const nameOf = (object: unknown) => {
    const nad = readNad(object);
    return nad === undefined ? 'no NAD' : networkNameOf(nad);
  };

  test('of a NAD it is the config’s name, and only OVN has one', () => {
    expect(nameOf(ovnNad('ns/vlan', { config: { name: 'net' } }))).toBe('net');
    expect(nameOf(ovnNad('ns/vlan', { config: { name: undefined } }))).toBe('');
    expect(nameOf(ovnNad('ns/vlan', { raw: '{' }))).toBeUndefined();
    expect(nameOf(bridgeNad('ns/vlan', { bridge: 'br1' }))).toBeUndefined();
  });

  test('of a UDN and a CUDN it is made', () => {
    expect(cudnNetworkName({ meta: { name: 'x' } })).toBe('cluster_udn_x');
    expect(udnNetworkName({ meta: { namespace: 'ns', name: 'x' } })).toBe('ns_x');
  });

  test('the mapping’s key falls back to the network name', () => {
    expect(physicalNameOf('net', '')).toBe('net');
    expect(physicalNameOf('net', 'phys')).toBe('phys');
  });
});

describe('resolveNad', () => {
  test.each([
    ['ns', 'vlan', 'ns/vlan'],
    ['ns', 'default/vlan', 'default/vlan'],
    ['default', 'vlan', 'default/vlan'],
  ])('%s: %s is %s', (ns, networkName, expected) => {
    expect(resolveNad(ns, networkName)).toBe(expected);
  });

  test.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', 'default', true],
    ['a', 'openshift-cnv', true],
    ['default', 'a', false],
  ])('a pod of %s may use NADs of %s: %s', (pod, nad, expected) => {
    expect(nadUsableFrom(pod, nad)).toBe(expected);
  });
});
