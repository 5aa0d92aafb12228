import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { bondEntry } from '../../../dev/test/makeClusterInterfaces';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_011 } from './NODE-011';

const heard = (vlans?: readonly number[]) =>
  healthyWith(
    workerState('worker-1', {
      nics: [{ name: 'ens224', ...(vlans ? { lldp: { port: 'Ethernet2', vlans } } : {}) }],
    }),
  );

ruleCase({
  rule: NODE_011,
  faulty: heard([200]),
  subject: 'localnet/vmdata',
  severity: 'warning',
  mended: heard([100, 300]),
  unseen: heard(),
  also: ['NAD-015'],
  now: NOW,
});

test('NODE-011 compares the members of a bond', () => {
  const bonded = workerState('worker-1', {
    nics: [
      { name: 'eno1', lldp: { port: 'Ethernet1', vlans: [100, 200] } },
      { name: 'eno2', lldp: { port: 'Ethernet2', vlans: [100] } },
    ],
    interfaces: [bondEntry('bond1', ['eno1', 'eno2'])],
    bridges: [{ name: 'br-vmdata', ports: ['bond1'] }],
  });
  const { findings } = NODE_011.check({ graph: buildGraph(healthyWith(bonded)), now: NOW });
  expect(findings.map((finding) => finding.subject)).toEqual(['localnet/vmdata']);
  expect(findings[0]?.message.values).toMatchObject({ bond: 'bond1' });
});
