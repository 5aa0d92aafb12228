/** The tables behind the panel against whole clusters: nothing may be without a name or a kind. */
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { snapshot } from '../../../dev/test/makeCluster';
import { formatText } from '../../cluster/text';
import { buildGraph } from '../../network/buildGraph';
import type { State } from '../../network/model';
import type { Trace } from '../../network/trace';
import { attributeName } from './attributeNames';
import { attributeText } from './attributeText';
import { objectKeyOf } from './objectKeyOf';
import { objectTarget } from './objectTarget';
import { relatedEntities } from './relatedEntities';
import { verdictSentence } from './verdictSentence';

const graph = buildGraph(snapshot(healthyCluster()));

const keyOf = (id: string) => {
  const entity = graph.entities.get(id);
  if (entity === undefined) throw new Error(`no entity ${id}`);
  return objectKeyOf(graph, entity);
};

it('has a name for every attribute that a cluster shows', () => {
  const keys = [...graph.entities.values()].flatMap(({ attributes }) => Object.keys(attributes));
  expect(keys.filter((key) => attributeName(key) === undefined)).toEqual([]);
  expect(attributeName('constructor')).toBeUndefined();
});

it.each([
  ['mtu', 9000, '9000 bytes'],
  ['mtu', '1500', '1500 bytes'],
  ['mtu', 'large', 'large'],
  ['speed', 25000, '25 Gb/s'],
  ['speed', 100, '100 Mb/s'],
  ['stp', false, 'No'],
  ['runsVms', true, 'Yes'],
  ['uplinks', ['ens1', 'ens2', 'ens1'], 'ens1, ens2'],
  ['vlan', 100, '100'],
])('shows %s %p as %s', (key, value, shown) => {
  expect(formatText(attributeText(key, value))).toBe(shown);
});

it.each([
  ['nic/worker-0/ens224', 'NodeNetworkState', '', 'worker-0'],
  ['mapping/worker-0/vmdata', 'NodeNetworkState', '', 'worker-0'],
  ['enactment/worker-0/br-vmdata', 'NodeNetworkConfigurationEnactment', '', 'worker-0.br-vmdata'],
  ['vnic/ns1/web/net1', 'VirtualMachine', 'ns1', 'web'],
  ['nad/ns1/vlan-100', 'NetworkAttachmentDefinition', 'ns1', 'vlan-100'],
  ['policy/br-vmdata', 'NodeNetworkConfigurationPolicy', '', 'br-vmdata'],
])('finds the object behind %s', (id, kind, namespace, name) => {
  expect(keyOf(id)).toEqual({ kind, namespace, name });
});

it.each(['localnet/vmdata', 'network/vlan-100', 'switch/00:1c:73:00:00:01'])(
  'knows that no object stands behind %s',
  (id) => {
    expect(keyOf(id)).toBeUndefined();
  },
);

it('asks the API by group, version and plural', () => {
  expect(objectTarget({ kind: 'Node', namespace: '', name: 'worker-0' })).toEqual({
    apiVersion: 'v1',
    plural: 'nodes',
    namespace: '',
    name: 'worker-0',
  });
});

it('groups neighbours by kind, each one once', () => {
  const groups = relatedEntities(graph, 'bridge/worker-0/br-vmdata', 'in');
  expect(groups.map(({ kind, entities }) => [kind, entities.map(({ id }) => id)])).toEqual([
    ['nic', ['nic/worker-0/ens224']],
    ['policy', ['policy/br-vmdata']],
  ]);
});

describe('the verdict', () => {
  const port = 'switchPort/sw/Ethernet1';
  const trace = (verdict: State, atSwitch: State, change: Partial<Trace> = {}): Trace => ({
    verdict,
    switch: { state: atSwitch },
    hops: [],
    elsewhere: [],
    vlanUsage: [],
    mtuLadder: [],
    ...change,
  });
  const say = (one: Trace): string => formatText(verdictSentence(graph, one));
  const states: readonly State[] = ['ok', 'unknown', 'broken'];

  it('is another sentence for each pair of states, about both sides', () => {
    const sentences = states.flatMap((one) => states.map((other) => say(trace(one, other))));
    expect(new Set(sentences).size).toBe(9);
    for (const sentence of sentences) expect(sentence).toMatch(/cluster.*switch/);
  });

  it.each([
    ['100', '100, 200', true],
    ['101, 500-502', '101, 500, 501, 502', true],
    ['500-502', '500, 502', false],
    ['100', '200', false],
    ['100', undefined, false],
    ['', '100', false],
  ])('with VLAN %p where the port advertises %p: path works is %p', (vlans, allowed, works) => {
    const said = say(trace('ok', 'ok', { vlanUsage: [{ id: port, vlans, allowed }] }));
    expect(said.includes('The path works')).toBe(works);
  });

  it.each(states)(
    'never says that it works when the switch or the cluster is %s and not ok',
    (state) => {
      const use = { vlanUsage: [{ id: port, vlans: '100', allowed: '100' }] };
      const works = (one: Trace): boolean => say(one).includes('works');
      expect(works(trace('ok', state, use))).toBe(state === 'ok');
      expect(works(trace(state, 'ok', use))).toBe(state === 'ok');
    },
  );

  it('names the hop that breaks, also one that is not there', () => {
    expect(say(trace('broken', 'unknown', { broken: 'mapping/worker-9/vmdata' }))).toContain(
      'at vmdata',
    );
  });
});
