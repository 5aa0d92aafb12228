/** Coverage of plugins other than OVN, and the namespaces of a CUDN. */
import { namespace, snapshot, withObjects, withoutObject } from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { bridgeNad, cudn, udn } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import type { NetworkGraph } from './networkGraph';

const healthy = healthyCluster();
const graphOf = (...changed: readonly KubeObject[]): NetworkGraph =>
  buildGraph(snapshot(withObjects(healthy, ...changed)));

describe('coverage of other plugins', () => {
  it('of a bridge NAD is a Linux bridge of that name', () => {
    const graph = graphOf(
      bridgeNad('ns1/lan', { bridge: 'br1' }),
      workerState('worker-1', { bridges: [{ name: 'br1', ports: ['ens224'], linux: true }] }),
    );
    const coverage = graph.coverageOfNad('ns1/lan');
    expect([...coverage.values()].map(({ state }) => state)).toEqual(['broken', 'broken', 'ok']);
  });

  it('of an overlay is every node', () => {
    const graph = graphOf(udn('ns1/blue'));
    const states = [...graph.coverageOfNetwork('ns1_blue').values()].map(({ state }) => state);
    expect(states).toEqual(['ok', 'ok', 'ok']);
  });

  it('of a missing NAD is nowhere, with the reason', () => {
    const [coverage] = graphOf().coverageOfNad('ns1/gone').values();
    expect(coverage?.state).toBe('broken');
    expect(coverage?.reason && formatText(coverage.reason)).toContain('ns1/gone');
  });

  it('is unknown on a node without a report', () => {
    const graph = buildGraph(snapshot(withoutObject(healthy, 'NodeNetworkState', 'worker-1')));
    expect(graph.coverageOfNad('ns1/vlan-100').get('worker-1')?.state).toBe('unknown');
  });
});

describe('A.6: namespaces of a CUDN', () => {
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['an empty selector takes all', {}, ['default', 'ns1', 'ns2', 'openshift-cnv']],
    ['labels must match', { matchLabels: { team: 'a' } }, ['ns1']],
    [
      'expressions too',
      { matchExpressions: [{ key: 'team', operator: 'Exists' }] },
      ['ns1', 'ns2'],
    ],
    ['none may match', { matchLabels: { team: 'z' } }, []],
  ])('%s', (_what, selector, expected) => {
    const graph = graphOf(
      cudn('lab', { selector }),
      namespace('ns1', { labels: { team: 'a' } }),
      namespace('ns2', { labels: { team: 'b' } }),
    );
    expect(graph.namespacesOfCudn('lab')).toEqual(expected);
  });

  it('are not known without sight of namespaces', () => {
    const graph = buildGraph({
      ...snapshot(withObjects(healthy, cudn('lab'))),
      namespaces: { state: 'loading', items: new Map() },
    });
    expect(graph.namespacesOfCudn('lab')).toBeUndefined();
  });
});
