import { NOW, nns } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_011 } from './NNCP-011';

const needing = (name: string) =>
  healthyWith(...youngPolicy('storage', { interfaces: [{ name, type: 'ethernet', state: 'up' }] }));

ruleCase({
  rule: NNCP_011,
  faulty: needing('eno9'),
  subject: 'policy/storage',
  severity: 'error',
  mended: needing('ens224'),
  unseen: 'nodeStates',
  now: NOW,
});

describe('NNCP-011 knows what policies make themselves', () => {
  const missing = (...interfaces: readonly unknown[]) =>
    NNCP_011.check({
      graph: buildGraph(
        healthyWith(...youngPolicy('storage', { interfaces }), workerState('worker-0'), nns('old')),
      ),
      now: NOW,
    }).findings;

  test('bonds and VLAN interfaces of the same document', () => {
    const bond = {
      name: 'bond9',
      type: 'bond',
      'link-aggregation': { mode: 'active-backup', port: ['ens224'] },
    };
    const vlan = { name: 'bond9.7', type: 'vlan', vlan: { 'base-iface': 'bond9', id: 7 } };
    const bridge = { name: 'br7', type: 'linux-bridge', bridge: { port: [{ name: 'bond9.7' }] } };
    expect(missing(bond, vlan, bridge)).toEqual([]);
  });

  test('the name of an OVS bond is no NIC, its members are', () => {
    const port = (member: string) => ({
      name: 'br7',
      type: 'ovs-bridge',
      bridge: {
        port: [{ name: 'uplinks', 'link-aggregation': { port: [{ name: member }] } }],
      },
    });
    expect(missing(port('ens224'))).toEqual([]);
    expect(missing(port('eno9'))).toHaveLength(1);
  });

  test('a NIC that is found by its MAC address', () => {
    const named = {
      name: 'data',
      type: 'ethernet',
      identifier: 'mac-address',
      'mac-address': '02:00:00:00:00:01',
    };
    expect(missing(named)).toEqual([]);
  });
});
