/** VMs folded by what they hang on and by namespace; on how many nodes a VM can run. */
import { snapshot, withObjects, withoutObject } from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { bridgeNad, ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import { coverageMatrix } from './coverageMatrix';
import { foldVms } from './vmFolding';
import { vmReach } from './vmReach';

const healthy = healthyCluster();
const graphOf = (...objects: readonly KubeObject[]) =>
  buildGraph(snapshot(withObjects(healthy, ...objects)));

describe('foldVms', () => {
  const groups = foldVms(
    graphOf(
      vm('ns1/off', { nics: ['vlan-100'], runStrategy: 'Halted' }),
      vm('ns2/far', { pod: false, nics: ['ns1/vlan-100'] }),
      vm('ns1/two', { pod: false, nics: ['vlan-100', 'vlan-100'] }),
      bridgeNad('ns1/lan', { bridge: 'br1' }),
      vm('ns1/lan', { pod: false, nics: ['lan'] }),
      ovnNad('ns2/prime', {
        config: { topology: 'layer2', role: 'primary', subnets: '10.5.0.0/16' },
      }),
      vm('ns2/pod', {}),
    ),
  );

  test('one group for each thing that NICs hang on and each namespace, VMs once, NICs each', () => {
    expect(groups.map(({ id, vms, vnics, running }) => [id, vms, vnics.length, running])).toEqual([
      ['group/clusterNetwork/10.128.0.0/14/ns1', ['ns1/off', 'ns1/web'], 2, 1],
      ['group/nad/ns1/lan/ns1', ['ns1/lan'], 1, 0],
      ['group/network/prime/ns2', ['ns2/pod'], 1, 0],
      ['group/network/vlan-100/ns1', ['ns1/off', 'ns1/two', 'ns1/web'], 4, 1],
      ['group/network/vlan-100/ns2', ['ns2/far'], 1, 0],
    ]);
  });

  test('the states are those of the NICs’ own references', () => {
    const states = (id: string) => groups.find((group) => group.id === id)?.states;
    expect(states('group/network/vlan-100/ns1')).toEqual({ ok: 4, unknown: 0, broken: 0 });
    // Multus isolates namespaces: ns2 may not use a NAD of ns1.
    expect(states('group/network/vlan-100/ns2')).toEqual({ ok: 0, unknown: 0, broken: 1 });
  });

  test('NICs without a place are a group too, so that none is lost', () => {
    const all = foldVms(graphOf(vm('ns1/lost', { pod: false, nics: ['nowhere'] })));
    expect(all.map(({ attachedTo }) => attachedTo)).toContain('nad/ns1/nowhere');
  });
});

describe('vmReach: can run on k of m eligible nodes', () => {
  const reachOf = (...objects: readonly KubeObject[]) => {
    const reach = vmReach(graphOf(...objects), 'ns1/web');
    return reach && [reach.covered, reach.eligible];
  };
  const pinned = { nics: ['vlan-100'], template: { nodeSelector: { rack: 'a' } } };

  test.each<readonly [string, readonly KubeObject[], readonly (readonly string[])[]]>([
    [
      'all covered',
      [],
      [
        ['worker-0', 'worker-1'],
        ['worker-0', 'worker-1'],
      ],
    ],
    [
      'one without the mapping',
      [workerState('worker-1', { mappings: {} })],
      [['worker-0'], ['worker-0', 'worker-1']],
    ],
    [
      'one whose mapping leads to no bridge',
      [workerState('worker-0', { bridges: [] })],
      [['worker-1'], ['worker-0', 'worker-1']],
    ],
    [
      'one that does not report mappings is not counted as covered',
      [workerState('worker-1', { mappings: null })],
      [['worker-0'], ['worker-0', 'worker-1']],
    ],
    ['none eligible', [vm('ns1/web', pinned), vmi('ns1/web', pinned)], [[], []]],
  ])('%s', (_what, objects, expected) => {
    expect(reachOf(...objects)).toEqual(expected);
  });

  test('says what is in the way, NAD by NAD', () => {
    const graph = graphOf(
      workerState('worker-1', { mappings: {} }),
      bridgeNad('ns1/lan', { bridge: 'br1' }),
      vm('ns1/web', { nics: ['vlan-100', 'lan'] }),
      vmi('ns1/web', { nics: ['vlan-100', 'lan'] }),
    );
    const lacking = vmReach(graph, 'ns1/web')?.lacking.map(({ node, nads }) => [
      node,
      nads.map(({ nad, coverage }) => `${nad}: ${coverage.reason && formatText(coverage.reason)}`),
    ]);
    expect(lacking).toEqual([
      ['worker-0', ['ns1/lan: There is no bridge br1 on worker-0.']],
      [
        'worker-1',
        [
          'ns1/vlan-100: worker-1 does not map vmdata.',
          'ns1/lan: There is no bridge br1 on worker-1.',
        ],
      ],
    ]);
  });

  test('is not known where nodes cannot be read', () => {
    const all = snapshot(healthy);
    const nodes = { ...all.nodes, state: 'forbidden' as const, items: new Map<string, never>() };
    expect(vmReach(buildGraph({ ...all, nodes }), 'ns1/web')).toBeUndefined();
  });
});

describe('coverageMatrix', () => {
  const rowsOf = (objects: readonly KubeObject[]) =>
    coverageMatrix(buildGraph(snapshot(objects))).map(({ id, nodes, counts }) => [
      id,
      [...nodes.values()].map(({ node, state }) => `${node} ${state}`),
      counts,
    ]);

  test('a row per OVN network and per NAD of another plugin, from actual state', () => {
    const objects = withObjects(
      withoutObject(healthy, 'NodeNetworkState', 'worker-1'),
      bridgeNad('ns1/lan', { bridge: 'br1' }),
      ovnNad('ns1/blue', { config: { topology: 'layer2' } }),
    );
    expect(rowsOf(objects)).toEqual([
      [
        'network/blue',
        ['master-0 ok', 'worker-0 ok', 'worker-1 ok'],
        { ok: 3, unknown: 0, broken: 0 },
      ],
      [
        'network/vlan-100',
        ['master-0 broken', 'worker-0 ok', 'worker-1 unknown'],
        { ok: 1, unknown: 1, broken: 1 },
      ],
      [
        'nad/ns1/lan',
        ['master-0 broken', 'worker-0 broken', 'worker-1 unknown'],
        { ok: 0, unknown: 1, broken: 2 },
      ],
    ]);
  });
});
