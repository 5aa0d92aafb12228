/** NAD-021: a bridge that is inside a VLAN */
import { WORKERS, workerState } from '../../../dev/test/makeClusterHealthy';
import { vlanEntry } from '../../../dev/test/makeClusterInterfaces';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_021 } from './NAD-021';

/** br-vmdata stands on a VLAN interface instead of the trunk NIC. */
const onVlan = [
  ...WORKERS.map((name) =>
    workerState(name, {
      interfaces: [vlanEntry('ens224.200', 'ens224', 200, { controller: 'br-vmdata' })],
      bridges: [
        {
          name: 'br-vmdata',
          ports: ['ens224.200'],
          live: name === 'worker-0' ? ['vlan-100'] : [],
        },
      ],
    }),
  ),
  nncp('br-vmdata', {
    interfaces: ovsBridgeWanted('br-vmdata', ['ens224.200']),
    mappings: { vmdata: 'br-vmdata' },
  }),
];

ruleCase({
  rule: NAD_021,
  severity: 'error',
  subject: 'nad/ns1/vlan-100',
  faulty: healthyObjects(...onVlan),
  mended: healthyObjects(...onVlan, vlanNad('ns1/vlan-100', { vlanID: undefined })),
  unseen: 'nodeStates',
});
