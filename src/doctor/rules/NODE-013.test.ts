import { workerState } from '../../../dev/test/makeClusterHealthy';
import { NOW, condition } from '../../../dev/test/makeCluster';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import type { NadRecord } from '../../cluster/nadRecord';
import { readObject } from '../../cluster/readObject';
import { buildGraph } from '../../network/buildGraph';
import { updateGraph } from '../../network/updateGraph';
import { updateDoctor } from '../incremental';
import { runDoctor } from '../runDoctor';
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

test('NODE-013 says of all nodes of a network what a full run says, after one of its NADs changed', () => {
  const states = ['worker-0', 'worker-1'].map((name) =>
    workerState(name, { bridges: [{ name: 'br-vmdata', ports: ['ens224'] }] }),
  );
  const config = { name: 'vlan-100', physicalNetworkName: 'vmdata', vlanID: 100 };
  const twice = ovnNad('ns2/vlan-100', { config });
  const settled = {
    conditions: [condition('Ready', 'True', { lastTransitionTime: minutesAgo(9) })],
  };
  const boxes = [
    vmi('ns1/web', { nics: ['vlan-100'], ...settled }),
    vm('ns2/db', { nics: ['vlan-100'] }),
    vmi('ns2/db', { nics: ['vlan-100'], node: 'worker-1', ...settled }),
  ];
  const before = buildGraph(healthyWith(...states, ...boxes, twice));
  const marked = ovnNad('ns2/vlan-100', { config, annotations: { 'nmstate.io/seen': 'yes' } });
  const record = readObject(marked)?.record as NadRecord;
  const nads = before.snapshot.nads;
  const after = updateGraph(before, {
    ...before.snapshot,
    nads: { ...nads, items: new Map([...nads.items, ['ns2/vlan-100', record]]) },
  });
  const rules = [NODE_013];
  const last = runDoctor({ graph: before, now: NOW }, rules);
  const followed = updateDoctor(last, before, { graph: after, now: NOW }, rules);
  expect(followed.findings).toEqual(runDoctor({ graph: after, now: NOW }, rules).findings);
  expect(followed.findings[0]?.related).toEqual(
    expect.arrayContaining(['node/worker-0', 'node/worker-1']),
  );
});
