import { NOW, nns } from '../../../dev/test/makeCluster';
import { CONTROL_PLANE, WORKERS, workerState } from '../../../dev/test/makeClusterHealthy';
import { forbid, healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_021 } from './NNCP-021';

const both = { vmdata: 'br-vmdata', lab: 'br-vmdata' };
const workers = [
  workerState('worker-0', { mappings: both }),
  workerState('worker-1', { mappings: both }),
];
const mapping = { mappings: { lab: 'br-vmdata' } };

const faulty = healthyWith(
  ...workers,
  nns(CONTROL_PLANE, { ip: '192.168.4.10', mappings: { lab: 'br-vmdata' } }),
  ...youngPolicy('lab', { ...mapping, nodeSelector: null }, [CONTROL_PLANE, ...WORKERS]),
);

ruleCase({
  rule: NNCP_021,
  faulty,
  subject: 'policy/lab',
  severity: 'warning',
  mended: healthyWith(...workers, ...youngPolicy('lab', mapping)),
  unseen: forbid(faulty, 'nodes', 'enactments'),
  also: ['NODE-002'],
  now: NOW,
});
