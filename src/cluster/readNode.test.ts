import { node } from '../../dev/test/makeCluster';
import { readNode } from './readNode';

describe('readNode', () => {
  test.each([
    [[{ type: 'Ready', status: 'True' }], true],
    [[{ type: 'Ready', status: 'Unknown' }], false],
    [[{ type: 'MemoryPressure', status: 'False' }], undefined],
    ['x', undefined],
  ])('conditions %j: ready is %s', (conditions, expected) => {
    expect(readNode({ metadata: { name: 'n' }, status: { conditions } })?.ready).toBe(expected);
  });

  test('extended resources only, as numbers', () => {
    const allocatable = { 'bridge.network.kubevirt.io/br1': '1k', 'x.io/y': 'many', cpu: '4' };
    expect(readNode(node('n', { allocatable }))?.allocatable).toEqual({
      'bridge.network.kubevirt.io/br1': 1000,
    });
  });

  test('OVN annotations, in the present and the older spelling', () => {
    const annotations = {
      'k8s.ovn.org/node-subnets': '{"default":["10.128.0.0/23"],"udn":"10.1.0.0/24"}',
      'k8s.ovn.org/l3-gateway-config':
        '{"default":{"mode":"shared","bridge-id":"br-ex","ip-address":"192.0.2.1/24","next-hops":["192.0.2.254"],"vlan-id":"10"}}',
      'k8s.ovn.org/node-id': '5',
      'k8s.ovn.org/node-primary-ifaddr': '{"ipv4":"192.0.2.1/24","ipv6":""}',
      'k8s.ovn.org/node-gateway-router-lrp-ifaddr': '{"ipv4":"100.64.0.5/16"}',
      'k8s.ovn.org/host-cidrs': 'not JSON',
    };
    expect(readNode(node('n', { annotations }))?.ovn).toMatchObject({
      subnets: { default: ['10.128.0.0/23'], udn: ['10.1.0.0/24'] },
      gateway: { mode: 'shared', ipAddresses: ['192.0.2.1/24'], vlanId: 10 },
      nodeId: 5,
      primaryAddresses: ['192.0.2.1/24'],
      joinAddresses: ['100.64.0.5/16'],
      hostCidrs: [],
    });
  });
});
