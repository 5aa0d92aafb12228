import { nns, snapshot } from '../../../dev/test/makeCluster';
import { bondEntry } from '../../../dev/test/makeClusterInterfaces';
import { readDesiredState } from '../../cluster/readDesiredState';
import { buildGraph } from '../buildGraph';
import { driftOf } from './drift';

const graph = buildGraph(
  snapshot([
    nns('n', {
      nics: ['eno1', 'eno2', 'eno3'],
      interfaces: [bondEntry('bond1', ['eno1', 'eno2'])],
      bridges: [
        { name: 'b', ports: ['bond1'] },
        { name: 'o', ports: [{ name: 'ob', 'link-aggregation': { port: [{ name: 'eno3' }] } }] },
      ],
      mappings: { lab: 'b' },
    }),
  ]),
);

const drift = (desired: object): readonly string[] => {
  const node = graph.nodes.get('n');
  if (node === undefined) throw new Error('the node is in the graph');
  return driftOf(node, readDesiredState(desired)).map(({ what, id }) => `${what} ${id}`);
};

const bridge = (name: string, ...ports: readonly unknown[]) => ({
  interfaces: [{ name, type: 'ovs-bridge', bridge: { port: ports } }],
});
const mapping = (entry: object) => ({ ovn: { 'bridge-mappings': [entry] } });

test.each([
  ['everything there', bridge('b', { name: 'bond1' }, { name: 'b' }), []],
  ['no such bridge', bridge('x', { name: 'eno1' }), ['bridge bridge/n/x']],
  [
    'a bridge that is to go',
    { interfaces: [{ name: 'x', type: 'ovs-bridge', state: 'absent' }] },
    [],
  ],
  ['a port less', bridge('b', { name: 'bond1' }, { name: 'eno3' }), ['port nic/n/eno3']],
  [
    'an OVS bond with a member less',
    bridge('o', { name: 'ob', 'link-aggregation': { port: [{ name: 'eno3' }, { name: 'eno9' }] } }),
    ['member nic/n/eno9'],
  ],
  [
    'a bond with a member less',
    {
      interfaces: [{ name: 'bond1', type: 'bond', 'link-aggregation': { port: ['eno1', 'eno3'] } }],
    },
    ['member nic/n/eno3'],
  ],
  [
    'another MTU',
    { interfaces: [{ name: 'eno1', type: 'ethernet', mtu: 9000 }] },
    ['mtu nic/n/eno1'],
  ],
  ['the mapping', mapping({ localnet: 'lab', bridge: 'b' }), []],
  ['a mapping elsewhere', mapping({ localnet: 'lab', bridge: 'o' }), ['mapping mapping/n/lab']],
  ['no mapping', mapping({ localnet: 'other', bridge: 'o' }), ['mapping mapping/n/other']],
  ['a mapping that is to go', mapping({ localnet: 'other', state: 'absent' }), []],
])('%s', (_, desired, expected) => {
  expect(drift(desired)).toEqual(expected);
});
