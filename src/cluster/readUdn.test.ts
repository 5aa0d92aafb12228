import { cudn, udn } from '../../dev/test/makeClusterPolicies';
import { readCudn } from './readCudn';
import { readUdn } from './readUdn';

describe('readCudn', () => {
  test('localnet with a VLAN', () => {
    const network = { vlan: { mode: 'Access', access: { id: 100 } }, mtu: 9000 };
    expect(readCudn(cudn('vlan-100', { network }))).toMatchObject({
      network: {
        topology: 'Localnet',
        role: 'Secondary',
        physicalNetworkName: 'vmdata',
        vlanId: 100,
        mtu: 9000,
        ipamMode: 'Disabled',
      },
      namespaceSelector: { matchLabels: { 'vm-network/vlan-100': 'true' } },
    });
  });

  test('IPAM is enabled unless it says otherwise', () => {
    expect(readCudn(cudn('x', { network: { ipam: {} } }))?.network.ipamMode).toBe('Enabled');
  });
});

describe('readUdn', () => {
  test('layer3 subnets are objects, layer2 ones texts', () => {
    const subnets = [{ cidr: '10.1.0.0/16', hostSubnet: 24 }];
    const layer3 = readUdn(udn('ns/x', { topology: 'Layer3', network: { subnets } }));
    expect(layer3?.network.subnets).toEqual(['10.1.0.0/16']);
    const layer2 = readUdn(udn('ns/x', { network: { subnets: ['10.2.0.0/24', 4] } }));
    expect(layer2?.network.subnets).toEqual(['10.2.0.0/24']);
  });
});
