import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { internalEntry } from '../../../dev/test/makeClusterInterfaces';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_010 } from './NNCP-010';

const wants = (interfaces: readonly unknown[]) =>
  nncp('br-vmdata', { interfaces, mappings: { vmdata: 'br-vmdata' } });

/** What nmstate makes of a port name that is no NIC. */
const state = (name: string) =>
  workerState(name, {
    bridges: [
      {
        name: 'br-vmdata',
        ports: ['ens224', 'ens242'],
        live: name === 'worker-0' ? ['vlan-100'] : [],
      },
    ],
    interfaces: [internalEntry('ens242', 'br-vmdata')],
  });

const wanted = ovsBridgeWanted('br-vmdata', ['ens224', 'ens242']);
const declared = { name: 'ens242', type: 'ovs-interface', state: 'up' };

ruleCase({
  rule: NNCP_010,
  faulty: healthyWith(wants(wanted), state('worker-0'), state('worker-1')),
  subject: 'policy/br-vmdata',
  severity: 'error',
  mended: healthyWith(wants([...wanted, declared]), state('worker-0'), state('worker-1')),
  unseen: 'nodeStates',
  now: NOW,
});
