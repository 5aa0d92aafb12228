import { workerState } from '../../../dev/test/makeClusterHealthy';
import { NOW, condition } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, minutesAgo } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_013 } from './NODE-013';

const bare = workerState('worker-0', { bridges: [{ name: 'br-vmdata', ports: ['ens224'] }] });

ruleCase({
  rule: NODE_013,
  faulty: healthyWith(bare),
  subject: 'network/vlan-100',
  severity: 'error',
  mended: healthyWith(),
  unseen: 'nodeStates',
  now: NOW,
});

test('NODE-013 gives OVN and NodeNetworkState time to follow', () => {
  const found = (minutes: number) => {
    const ready = condition('Ready', 'True', { lastTransitionTime: minutesAgo(minutes) });
    const box = vmi('ns1/web', { nics: ['vlan-100'], conditions: [ready] });
    return NODE_013.check({ graph: buildGraph(healthyWith(bare, box)), now: NOW }).findings.length;
  };
  expect(found(1)).toBe(0);
  expect(found(3)).toBe(1);
});

test('NODE-013 counts the time from the end of a migration', () => {
  const found = (minutes: number) => {
    const migration = {
      sourceNode: 'worker-1',
      targetNode: 'worker-0',
      completed: true,
      endTimestamp: minutesAgo(minutes),
    };
    const box = vmi('ns1/web', { nics: ['vlan-100'], migration });
    return NODE_013.check({ graph: buildGraph(healthyWith(bare, box)), now: NOW }).findings.length;
  };
  expect(found(1)).toBe(0);
  expect(found(3)).toBe(1);
});

test('NODE-013 does not expect a NIC that is still to be plugged in', () => {
  const pod = { name: 'default', mac: '02:00:00:00:00:09', infoSource: 'domain' };
  const box = vmi('ns1/web', { nics: ['vlan-100'], status: [pod] });
  const graph = buildGraph(healthyWith(bare, box));
  expect(NODE_013.check({ graph, now: NOW }).findings).toEqual([]);
});
