/** Profiles: which nodes fold, which stand alone, and what is said of those that differ. */
import { nns, node, snapshot } from '../../dev/test/makeCluster';
import type { NnsOptions, NodeOptions } from '../../dev/test/makeCluster';
import { CONTROL_PLANE, workerState } from '../../dev/test/makeClusterHealthy';
import { bondEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import { profilesOf } from './profiles';
import type { Profile } from './profiles';

const NAMES = ['worker-0', 'worker-1', 'worker-2', 'worker-3', 'worker-4', 'worker-5', 'worker-6'];

interface Odd {
  readonly state?: NnsOptions | 'none';
  readonly node?: NodeOptions;
}

/** Seven workers of one kind and a control plane node; `odd` says how some of them differ. */
const clusterWith = (odd: Readonly<Record<string, Odd>>): KubeObject[] => [
  node(CONTROL_PLANE, { controlPlane: true }),
  nns(CONTROL_PLANE),
  ...NAMES.flatMap((name) => {
    const { state, node: options } = odd[name] ?? {};
    return [node(name, options), ...(state === 'none' ? [] : [workerState(name, state ?? {})])];
  }),
];

const profilesWith = (odd: Readonly<Record<string, Odd>>): readonly Profile[] =>
  profilesOf(buildGraph(snapshot(clusterWith(odd))));

const sentences = (profile: Profile | undefined): string[] =>
  (profile?.differences ?? []).map(({ sentence }) => formatText(sentence));

const named = (profiles: readonly Profile[], name: string): Profile | undefined =>
  profiles.find(({ nodes }) => nodes.includes(name));

describe('folding', () => {
  test('equal nodes are one profile per role, whatever differs by nature', () => {
    const profiles = profilesWith({
      'worker-3': {
        state: {
          nics: [{ name: 'ens224', mac: '52:54:00:11:22:33' }],
          bridges: [{ name: 'br-vmdata', ports: ['ens224'], live: ['vlan-1', 'vlan-2'] }],
        },
      },
    });
    expect(
      profiles.map(({ id, role, title, nodes }) => [id, role, formatText(title), nodes]),
    ).toEqual([
      ['profile/worker/worker-0', 'worker', '7 workers', NAMES],
      ['profile/controlPlane/master-0', 'controlPlane', 'master-0', ['master-0']],
    ]);
    expect(profiles.flatMap(({ differences }) => differences)).toEqual([]);
  });

  test('a NIC that nothing stands on may be up or down', () => {
    const spare = (state: 'up' | 'down'): Odd => ({
      state: { nics: ['ens224', { name: 'ens256', state }] },
    });
    const odd = Object.fromEntries(
      NAMES.map((name, i) => [name, spare(i % 2 === 0 ? 'up' : 'down')]),
    );
    expect(profilesWith(odd).map(({ nodes }) => nodes.length)).toEqual([7, 1]);
  });

  test('while node states are still loading, one that has not come is no drift', () => {
    const all = snapshot(clusterWith({ 'worker-4': { state: 'none' } }));
    const nodeStates = { ...all.nodeStates, state: 'loading' as const };
    const profiles = profilesOf(buildGraph({ ...all, nodeStates }));
    expect(profiles.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

const ROWS: readonly (readonly [string, NnsOptions | 'none', readonly string[]])[] = [
  [
    'an uplink missing',
    { bridges: [{ name: 'br-vmdata', ports: [] }] },
    ['worker-6: ens224 under br-vmdata is missing.'],
  ],
  [
    'a bridge missing: its ports are not told again',
    { bridges: [], mappings: { vmdata: 'br-vmdata' } },
    ['worker-6: bridge br-vmdata is missing.'],
  ],
  [
    'a mapping missing and another one extra',
    { mappings: { 'vm-data': 'br-vmdata' } },
    ['worker-6: mapping vm-data is extra.', 'worker-6: mapping vmdata is missing.'],
  ],
  [
    'a mapping to another bridge',
    { mappings: { vmdata: 'br-ex' } },
    ['worker-6: bridge of mapping vmdata is br-ex, others have br-vmdata.'],
  ],
  [
    'another MTU and speed of the uplink',
    { nics: [{ name: 'ens224', mtu: 9000, speed: 25_000 }] },
    [
      'worker-6: mtu of NIC ens224 is 9000, others have 1500.',
      'worker-6: speed of NIC ens224 is 25000, others have 10000.',
    ],
  ],
  [
    'an uplink down',
    { nics: [{ name: 'ens224', state: 'down' }] },
    [
      'worker-6: speed of NIC ens224 is -, others have 10000.',
      'worker-6: state of NIC ens224 is down, others have up.',
    ],
  ],
  [
    'STP on',
    { bridges: [{ name: 'br-vmdata', ports: ['ens224'], stp: true }] },
    ['worker-6: stp of bridge br-vmdata is true, others have false.'],
  ],
  [
    'an access port',
    {
      bridges: [
        { name: 'br-vmdata', ports: [{ name: 'ens224', vlan: { mode: 'access', tag: 10 } }] },
      ],
    },
    ['worker-6: vlans of ens224 under br-vmdata is access 10, others have -.'],
  ],
  [
    'a VLAN interface and a bond that the others do not have',
    {
      nics: ['ens224', { name: 'eno5', controller: 'bond7' }],
      interfaces: [bondEntry('bond7', ['eno5']), vlanEntry('bond7.5', 'bond7', 5)],
    },
    [
      'worker-6: NIC eno5 is extra.',
      'worker-6: VLAN interface bond7.5 is extra.',
      'worker-6: bond bond7 is extra.',
    ],
  ],
  [
    'no NodeNetworkState: what it would hold goes without saying',
    'none',
    ['worker-6: NodeNetworkState is not reported.'],
  ],
  [
    'mappings not reported: none is called missing',
    { mappings: null },
    ['worker-6: bridge mappings is not reported.'],
  ],
];

describe('what sets a node apart', () => {
  test.each(ROWS)('%s', (_what, state, expected) => {
    const profiles = profilesWith({ 'worker-6': { state } });
    const outlier = named(profiles, 'worker-6');
    expect(outlier?.nodes).toEqual(['worker-6']);
    expect(outlier?.resembles).toBe('profile/worker/worker-0');
    expect(sentences(outlier)).toEqual(expected);
    expect(sentences(named(profiles, 'worker-0'))).toEqual([]);
  });

  test('a difference is data too', () => {
    const state: NnsOptions = { nics: [{ name: 'ens224', mtu: 9000 }] };
    const [difference] =
      named(profilesWith({ 'worker-6': { state } }), 'worker-6')?.differences ?? [];
    expect(difference).toMatchObject({
      change: 'setting',
      kind: 'NIC',
      name: 'ens224',
      setting: 'mtu',
      own: '9000',
      usual: '1500',
    });
  });

  test('a few nodes that drifted alike are compared with the many', () => {
    const state: NnsOptions = { bridges: [{ name: 'br-vmdata', ports: [] }] };
    const profiles = profilesWith({ 'worker-2': { state }, 'worker-5': { state } });
    const few = named(profiles, 'worker-2');
    expect(few?.nodes).toEqual(['worker-2', 'worker-5']);
    expect(sentences(few)).toEqual(['worker-2, worker-5: ens224 under br-vmdata is missing.']);
  });

  test('of two halves that differ neither is the usual one; of three kinds the nearest is taken', () => {
    const rack: NnsOptions = { nics: ['ens224', 'ens256'] };
    const profiles = profilesWith({
      'worker-0': { state: rack },
      'worker-1': { state: rack },
      'worker-2': { state: rack },
      'worker-6': { state: { ...rack, mappings: {} } },
    });
    expect(named(profiles, 'worker-0')?.differences).toEqual([]);
    const odd = named(profiles, 'worker-6');
    expect(odd?.resembles).toBe('profile/worker/worker-0');
    expect(sentences(odd)).toEqual(['worker-6: mapping vmdata is missing.']);
  });
});
