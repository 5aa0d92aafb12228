/** NAD-022: the host takes the VLAN */
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { vlanEntry } from '../../../dev/test/makeClusterInterfaces';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { NAD_022 } from './NAD-022';

const hostVlan = (vlan: number) =>
  workerState('worker-1', { interfaces: [vlanEntry(`ens224.${vlan}`, 'ens224', vlan)] });

ruleCase({
  rule: NAD_022,
  severity: 'warning',
  subject: 'nad/ns1/vlan-100',
  faulty: healthyObjects(hostVlan(100)),
  mended: healthyObjects(hostVlan(300)),
  unseen: 'nodeStates',
});
