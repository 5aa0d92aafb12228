import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { bondEntry, vlanEntry } from '../../../dev/test/makeClusterInterfaces';
import type { Json, NicOptions } from '../../../dev/test/makeClusterInterfaces';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_005 } from './NODE-005';

ruleCase({
  rule: NODE_005,
  faulty: healthyWith(workerState('worker-1', { nics: [{ name: 'ens224', state: 'down' }] })),
  subject: 'nic/worker-1/ens224',
  severity: 'error',
  mended: healthyWith(workerState('worker-1', { nics: ['ens224'] })),
  unseen: 'nodeStates',
  now: NOW,
});

describe('NODE-005 finds the device that is to blame', () => {
  const dead = (
    port: string | Json,
    nics: readonly NicOptions[],
    interfaces: readonly Json[] = [],
  ) =>
    NODE_005.check({
      graph: buildGraph(
        healthyWith(
          workerState('worker-1', {
            nics,
            interfaces,
            bridges: [{ name: 'br-vmdata', ports: [port] }],
          }),
        ),
      ),
      now: NOW,
    }).findings.map((finding) => finding.subject);

  const up = (name: string): NicOptions => ({ name });
  const down = (name: string): NicOptions => ({ name, state: 'down' });
  const bond = (extra: Json = {}) => bondEntry('bond1', ['eno1', 'eno2'], extra);
  const ovsBond = {
    name: 'ob',
    'link-aggregation': { port: [{ name: 'eno1' }, { name: 'eno2' }] },
  };

  test('a NIC that is gone', () => {
    expect(dead('ens224', [])).toEqual(['nic/worker-1/ens224']);
  });

  test('a bond with one member up works', () => {
    expect(dead('bond1', [up('eno1'), down('eno2')], [bond()])).toEqual([]);
    expect(dead(ovsBond, [up('eno1'), down('eno2')])).toEqual([]);
  });

  test('a bond with all members down', () => {
    const members = ['nic/worker-1/eno1', 'nic/worker-1/eno2'];
    expect(dead('bond1', [down('eno1'), down('eno2')], [bond()])).toEqual(members);
    expect(dead(ovsBond, [down('eno1'), down('eno2')])).toEqual(members);
  });

  test('a bond that is itself down', () => {
    expect(dead('bond1', [up('eno1'), up('eno2')], [bond({ state: 'down' })])).toEqual([
      'bond/worker-1/bond1',
    ]);
  });

  test('the NIC under a VLAN interface', () => {
    expect(dead('eno1.7', [down('eno1')], [vlanEntry('eno1.7', 'eno1', 7)])).toEqual([
      'nic/worker-1/eno1',
    ]);
  });
});
