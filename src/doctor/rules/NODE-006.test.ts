import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import type { NicOptions } from '../../../dev/test/makeClusterInterfaces';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_006 } from './NODE-006';

const state = (...nics: readonly NicOptions[]) => healthyWith(workerState('worker-1', { nics }));

ruleCase({
  rule: NODE_006,
  faulty: state({ name: 'ens224', speed: null }),
  subject: 'nic/worker-1/ens224',
  severity: 'warning',
  mended: state({ name: 'ens224' }),
  unseen: 'nodeStates',
  now: NOW,
});

describe('NODE-006 takes silence for a hint only', () => {
  const found = (...nics: readonly NicOptions[]) =>
    NODE_006.check({ graph: buildGraph(state(...nics)), now: NOW }).findings.length;

  test('where a sibling speaks', () => {
    expect(found({ name: 'ens224', speed: null }, { name: 'ens192', speed: null })).toBe(0);
  });

  test('for an uplink', () => {
    expect(found({ name: 'ens224' }, { name: 'ens225', speed: null })).toBe(0);
  });
});

describe('NODE-006 by LLDP', () => {
  const listening = (name: string, port?: string): ReturnType<typeof workerState> => {
    const whole = workerState(name, { nics: [{ name: 'ens224', lldp: { port: port ?? 'x' } }] });
    if (port !== undefined) return whole;
    return JSON.parse(
      JSON.stringify(whole).replace(/"neighbors":\[\[.*?\]\]/, '"neighbors":[]'),
    ) as ReturnType<typeof workerState>;
  };
  const found = (...ports: readonly (string | undefined)[]) =>
    NODE_006.check({
      graph: buildGraph(
        healthyWith(...ports.map((port, index) => listening(`worker-${index}`, port))),
      ),
      now: NOW,
    }).findings.map((finding) => finding.subject);

  test('one NIC hears nobody while its like on the other nodes does', () => {
    expect(found('Ethernet1', undefined)).toEqual(['nic/worker-1/ens224']);
  });

  test('nobody hears anything', () => {
    expect(found(undefined, undefined)).toEqual([]);
  });
});
