/** NAD-015: a VLAN the switch port does not list */
import { WORKERS, workerState } from '../../../dev/test/makeClusterHealthy';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_015 } from './NAD-015';

ruleCase({
  rule: NAD_015,
  severity: 'warning',
  subject: 'network/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { vlanID: 300 })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: healthyObjects(
    vlanNad('ns2/lan', { vlanID: 300 }),
    ...WORKERS.map((name) => workerState(name, { nics: ['ens224'] })),
  ),
});

ruleCase({
  rule: NAD_015,
  name: 'the switch lists no VLANs',
  severity: 'warning',
  subject: 'network/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { vlanID: 300 })),
  // Untagged: which VLAN is native cannot be read.
  mended: healthyObjects(vlanNad('ns2/lan', { vlanID: undefined })),
  unseen: healthyObjects(
    vlanNad('ns2/lan', { vlanID: 300 }),
    ...WORKERS.map((name) =>
      workerState(name, { nics: [{ name: 'ens224', lldp: { port: `port of ${name}` } }] }),
    ),
  ),
});
