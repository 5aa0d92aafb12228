/** Somebody who may not read nodes and definitions uses the networks that the own project has. */
import { bridgeNad, cudnNad, ovnNad } from '../../dev/test/makeClusterPolicies';
import { clusterNetwork } from '../../dev/test/makeCluster';
import { vm } from '../../dev/test/makeClusterVms';
import { completeSnapshot } from '../cluster/snapshotOf';
import type { KubeObject } from '../cluster/kubeObject';
import { buildGraph } from '../network/buildGraph';
import { checkAttachIntent } from './checkAttachIntent';
import { planAttach } from './planAttach';
import { proposeFlows } from './proposeFlows';
import type { Wish } from './wish';

const WEB = vm('ns2/web');

const graphWith = (...nads: readonly KubeObject[]) => {
  const snapshot = completeSnapshot([clusterNetwork(), WEB, ...nads]);
  const forbidden = { state: 'forbidden', items: new Map() } as const;
  const { nodes: _n, nodeStates: _s, policies: _p, enactments: _e, cudns: _c, ...seen } = snapshot;
  return buildGraph({
    ...seen,
    nodes: forbidden,
    nodeStates: forbidden,
    policies: forbidden,
    enactments: forbidden,
    cudns: forbidden,
    nads: { ...snapshot.nads, state: 'forbidden', namespaces: ['ns2'] },
  });
};

const wish = (change: Partial<Wish> = {}): Wish => ({
  jobId: 'j',
  reach: { type: 'vlan', vlan: 200 },
  addressing: { type: 'outside' },
  projects: ['ns2'],
  vms: [{ namespace: 'ns2', name: 'web' }],
  nodeSelector: {},
  ...change,
});

const first = (graph: ReturnType<typeof graphWith>, wanted: Wish) => {
  const [proposal] = proposeFlows(graph, wanted);
  if (proposal === undefined) throw new Error('nothing proposed');
  return proposal;
};

test.each<[string, KubeObject, string, string]>([
  [
    'an OVN network',
    ovnNad('ns2/vlan-200', { config: { physicalNetworkName: 'vmdata', vlanID: 200 } }),
    'dedicatedNic',
    'vlan-200',
  ],
  [
    'an OVN network under another name',
    ovnNad('ns2/blue', {
      config: { name: 'Tenant_Blue', physicalNetworkName: 'vmdata', vlanID: 200 },
    }),
    'dedicatedNic',
    'blue',
  ],
  ['a CUDN', cudnNad('lan', 'ns2', { config: { vlanID: 200 } }), 'cudnLocalnet', 'lan'],
  ['a Linux bridge', bridgeNad('ns2/br200', { bridge: 'br1', vlan: 200 }), 'linuxBridge', 'br200'],
])('%s is used as it is, and the VM alone is written', (_case, nad, flow, reference) => {
  const graph = graphWith(nad);
  const proposal = first(graph, wish());
  expect(proposal).toMatchObject({ flow, intent: { uplink: { type: 'unseen' } } });
  expect(proposal.obstacle).toBeUndefined();
  const guards = checkAttachIntent(graph, proposal.intent);
  expect(guards.filter(({ level }) => level === 'block')).toEqual([]);
  expect(guards.map(({ id }) => id)).toContain('NODE-001');
  const { steps } = planAttach(graph, proposal.intent, new Map([['ns2/web', WEB]]));
  expect(steps.map(({ id }) => id)).toEqual(['VirtualMachine/ns2/web']);
  expect(JSON.stringify(steps[0]?.write)).toContain(`"networkName":"${reference}"`);
});

test('a VLAN that no network of the project has is not planned blindly', () => {
  const graph = graphWith(ovnNad('ns2/vlan-200', { config: { vlanID: 200 } }));
  const proposal = first(graph, wish({ reach: { type: 'vlan', vlan: 300 } }));
  const guards = checkAttachIntent(graph, proposal.intent);
  expect(guards.filter(({ level }) => level === 'block').map(({ id }) => id)).toContain('NNCP-003');
});

test('a project that the CUDN does not serve is not joined blindly', () => {
  const graph = graphWith(cudnNad('lan', 'ns2', { config: { vlanID: 200 } }));
  const { intent } = first(graph, wish({ projects: ['ns2', 'ns3'] }));
  const blocks = checkAttachIntent(graph, intent).filter(({ level }) => level === 'block');
  expect(blocks.map(({ id, field }) => [id, field])).toEqual([['CUDN-003', 'projects']]);
});
