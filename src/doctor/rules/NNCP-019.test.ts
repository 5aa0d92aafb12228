import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { healthyWith, minutesAgo, progressing, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_019 } from './NNCP-019';

const takes = (extra: object = {}) =>
  youngPolicy(
    'br1',
    {
      interfaces: [
        {
          name: 'br1',
          type: 'linux-bridge',
          state: 'up',
          bridge: { port: [{ name: 'ens225' }] },
          ...extra,
        },
      ],
      conditions: progressing(3),
    },
    ['worker-0', 'worker-1'],
    { state: 'Progressing', at: minutesAgo(3) },
  );

const spare = (ip?: string) =>
  ['worker-0', 'worker-1'].map((name) =>
    workerState(name, {
      nics: ['ens224', { name: 'ens225', ...(name === 'worker-1' && ip ? { ip } : {}) }],
    }),
  );

const common = { rule: NNCP_019, unseen: 'nodeStates', now: NOW } as const;

ruleCase({
  ...common,
  faulty: healthyWith(...takes(), ...spare('10.9.0.5/24')),
  subject: 'policy/br1',
  severity: 'warning',
  mended: healthyWith(...takes(), ...spare()),
});
ruleCase({
  ...common,
  name: 'unless the address moves along',
  faulty: healthyWith(...takes(), ...spare('10.9.0.5/24')),
  subject: 'policy/br1',
  severity: 'warning',
  mended: healthyWith(
    ...takes({
      ipv4: { enabled: true, address: [{ ip: '10.9.0.5', 'prefix-length': 24 }] },
    }),
    ...spare('10.9.0.5/24'),
  ),
});
