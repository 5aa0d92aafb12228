import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_003 } from './NODE-003';

const state = (linux: boolean) =>
  workerState('worker-1', {
    nics: ['ens224', 'ens225'],
    bridges: [
      { name: 'br-vmdata', ports: ['ens224'] },
      { name: 'br-lab', ports: ['ens225'], linux },
    ],
    mappings: { vmdata: 'br-vmdata', lab: 'br-lab' },
  });

ruleCase({
  rule: NODE_003,
  faulty: healthyWith(state(true)),
  subject: 'mapping/worker-1/lab',
  severity: 'error',
  mended: healthyWith(state(false)),
  unseen: 'nodeStates',
  now: NOW,
});
