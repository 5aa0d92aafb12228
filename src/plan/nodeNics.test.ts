import type { NicOptions } from '../../dev/test/makeClusterInterfaces';
import { workerState } from '../../dev/test/makeClusterHealthy';
import { withObjects } from '../../dev/test/makeCluster';
import { nodeNics } from './nodeNics';
import { clusterWithFreeNic, graphOf } from './testing';

const nicsOf = (node: string, objects = clusterWithFreeNic()) => {
  const view = graphOf(objects).nodes.get(node);
  if (view === undefined) throw new Error(`no node ${node}`);
  return new Map(nodeNics(view).map((nic) => [nic.name, nic]));
};

test('a free NIC is told with its speed and link, and nothing against it', () => {
  const nic = nicsOf('worker-1').get('ens256');
  expect(nic).toMatchObject({ speed: 10000, link: { template: 'up' }, usedBy: [] });
  expect(nic?.obstacle).toBeUndefined();
});

test.each([
  ['ens224', ['br-vmdata'], '{{nic}} is already in {{controller}} on node {{node}}.'],
  ['ens192', ['br-ex'], '{{nic}} carries the own traffic of node {{node}}.'],
])('%s says what uses it and why it cannot be chosen', (name, usedBy, template) => {
  const nic = nicsOf('worker-1').get(name);
  expect(nic?.usedBy).toEqual(usedBy);
  expect(nic?.obstacle?.template).toBe(template);
});

test('the switch port is the one that LLDP names', () => {
  const [neighbor = ''] = nicsOf('worker-1').get('ens224')?.neighbors ?? [];
  expect(neighbor).toContain('Ethernet-worker-1');
});

test.each<[NicOptions, string]>([
  [{ name: 'ens256', state: 'down' }, 'down'],
  [{ name: 'ens256', speed: null }, 'up, likely no cable'],
])('%j has the link "%s"', (nic, link) => {
  const objects = withObjects(
    clusterWithFreeNic(),
    workerState('worker-1', { nics: ['ens224', nic] }),
  );
  expect(nicsOf('worker-1', objects).get('ens256')?.link.template).toBe(link);
});
