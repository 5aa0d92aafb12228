/** Paths that cannot be proven, VMs without a node, SR-IOV, and br-ex inside a VLAN: rulings 3. */
import {
  clusterNetwork,
  nns,
  node,
  snapshot,
  withObjects,
  withoutObject,
} from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { bondEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { bridgeNad, ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { snapshotOf } from '../cluster/snapshotOf';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import type { State } from './model';
import type { Trace } from './trace';
import { traceVnic } from './traceVnic';

const healthy = healthyCluster();
const NIC = 'ns1/web/net1';

const trace = (objects: readonly KubeObject[], key = NIC, onNode?: string): Trace =>
  traceVnic(buildGraph(snapshot(objects)), key, { node: onNode });

const ids = (of: Trace): readonly string[] => of.hops.map((hop) => hop.id);

const worker = (options: Parameters<typeof workerState>[1], name = 'worker-0'): KubeObject =>
  workerState(name, options);

const untagged = ovnNad('ns1/vlan-100', { config: { physicalNetworkName: 'vmdata' } });

const reasonOf = (of: Trace): string => (of.reason === undefined ? '' : formatText(of.reason));

describe('what cannot be proven', () => {
  it.each<{
    readonly what: string;
    readonly objects: readonly KubeObject[];
    readonly reason: string;
  }>([
    {
      what: 'no NodeNetworkState',
      objects: withoutObject(healthy, 'NodeNetworkState', 'worker-0'),
      reason: 'has no NodeNetworkState',
    },
    {
      what: 'an NMState that does not report mappings',
      objects: withObjects(healthy, worker({ mappings: null })),
      reason: 'too old',
    },
    {
      what: 'a Linux bridge port without VLAN filtering under a tagged NAD',
      objects: withObjects(
        healthy,
        bridgeNad('ns1/vlan-100', { bridge: 'br1', vlan: 100 }),
        worker({
          bridges: [{ name: 'br1', ports: [{ name: 'ens224', vlan: {} }], linux: true }],
        }),
      ),
      reason: 'does not filter VLANs',
    },
    {
      what: 'a plugin that we do not know',
      objects: withObjects(healthy, ovnNad('ns1/vlan-100', { raw: '{"type":"macvlan"}' })),
      reason: 'macvlan',
    },
    {
      what: 'a NAD without config',
      objects: withObjects(healthy, ovnNad('ns1/vlan-100', { raw: '' })),
      reason: 'no config',
    },
  ])('$what', ({ objects, reason }) => {
    const of = trace(objects);
    expect([of.verdict, of.broken]).toEqual(['unknown', undefined]);
    expect(reasonOf(of)).toContain(reason);
  });

  it('is unknown where NADs may not be listed', () => {
    const graph = buildGraph({
      ...snapshot(withoutObject(healthy, 'NetworkAttachmentDefinition')),
      nads: { state: 'forbidden', items: new Map() },
    });
    expect(traceVnic(graph, NIC)).toMatchObject({ verdict: 'unknown', broken: undefined });
  });

  it('of a NIC nobody has heard of is broken, or unknown without sight of VMs', () => {
    expect(trace(healthy, 'ns1/gone/net1')).toMatchObject({
      verdict: 'broken',
      broken: 'vnic/ns1/gone/net1',
    });
    expect(traceVnic(buildGraph(snapshotOf([])), 'ns1/gone/net1').verdict).toBe('unknown');
  });
});

describe('the switch side', () => {
  const lldp = (options: object): KubeObject[] =>
    withObjects(healthy, worker({ nics: [{ name: 'ens224', ...options }] }));

  it.each<[string, readonly KubeObject[], State, string]>([
    ['VLAN advertised', healthy, 'ok', ''],
    ['LLDP off', lldp({}), 'unknown', 'LLDP is off on ens224'],
    [
      'VLAN not advertised',
      lldp({ lldp: { port: 'p', vlans: [7] } }),
      'broken',
      'does not advertise VLAN 100 on port p',
    ],
    ['no VLAN list', lldp({ lldp: { port: 'p' } }), 'unknown', 'advertises no VLANs'],
    ['untagged', withObjects(healthy, untagged), 'unknown', 'native VLAN'],
  ])('%s', (_what, objects, state, reason) => {
    const of = trace(objects);
    expect([of.verdict, of.switch.state]).toEqual(['ok', state]);
    expect(of.switch.reason === undefined ? '' : formatText(of.switch.reason)).toContain(reason);
  });
});

describe('a VM without a node', () => {
  const stopped = (objects: readonly KubeObject[]): Trace =>
    trace(
      withObjects(
        withoutObject(objects, 'VirtualMachineInstance'),
        vm('ns1/web', { nics: ['vlan-100'], runStrategy: 'Halted' }),
      ),
    );

  it('works when all eligible nodes work', () => {
    const of = stopped(healthy);
    expect(of).toMatchObject({ verdict: 'ok', node: undefined });
    expect(of.elsewhere.map((one) => one.node)).toEqual(['worker-0', 'worker-1']);
  });

  it('says on how many nodes it would work', () => {
    const of = stopped(withObjects(healthy, worker({ mappings: {} })));
    expect(of.verdict).toBe('unknown');
    expect(reasonOf(of)).toBe('The VM would work on 1 of 2 eligible nodes.');
  });

  it('is broken when none works', () => {
    const of = stopped(
      withObjects(healthy, worker({ bridges: [] }), worker({ bridges: [] }, 'worker-1')),
    );
    expect(of).toMatchObject({ verdict: 'broken', broken: 'bridge/worker-0/br-vmdata' });
  });

  it('is broken at the localnet when no node maps it', () => {
    const of = stopped(withObjects(healthy, ovnNad('ns1/vlan-100', { config: { name: 'lost' } })));
    expect(of).toMatchObject({ verdict: 'broken', broken: 'localnet/lost' });
  });

  it('is unknown when no node can run it', () => {
    expect(stopped(withoutObject(healthy, 'Node')).verdict).toBe('unknown');
  });

  it('is unknown when nodes may not be listed', () => {
    const graph = buildGraph({
      ...snapshot(
        withObjects(
          withoutObject(healthy, 'VirtualMachineInstance'),
          vm('ns1/web', { nics: ['vlan-100'] }),
        ),
      ),
      nodes: { state: 'forbidden', items: new Map() },
    });
    expect(traceVnic(graph, NIC).verdict).toBe('unknown');
  });

  it('only counts nodes that offer the resource of its NAD', () => {
    const resource = { 'bridge.network.kubevirt.io/br1': '1k' };
    const of = stopped(
      withObjects(
        healthy,
        bridgeNad('ns1/vlan-100', { bridge: 'br1' }),
        node('worker-1', { allocatable: resource, ip: '192.168.4.12' }),
        worker({ bridges: [{ name: 'br1', ports: ['ens224'], linux: true }] }, 'worker-1'),
      ),
    );
    expect(of.verdict).toBe('ok');
  });
});

describe('SR-IOV', () => {
  const nad = ovnNad('ns1/vlan-100', {
    raw: '{"type":"sriov","name":"x"}',
    annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/fast' },
  });
  const offering = node('worker-0', {
    ip: '192.168.4.11',
    allocatable: { 'openshift.io/fast': '8' },
  });
  const functions = (name: string): object => ({
    name,
    type: 'ethernet',
    state: 'up',
    'permanent-mac-address': '02:00:00:00:00:01',
    ethernet: { 'auto-negotiation': true, 'sr-iov': { 'total-vfs': 8 } },
  });

  const neighbor = [
    { type: 1, 'chassis-id': '00:1c:73:00:00:01' },
    { type: 2, 'port-id': 'Ethernet9' },
    { type: 127, 'ieee-802-1-vlans': [{ name: 'vlan-100', vid: 100 }] },
  ];

  it('is proven where one NIC of the node has virtual functions', () => {
    const of = trace(
      withObjects(healthy, nad, offering, worker({ interfaces: [{ ...functions('ens5f0') }] })),
    );
    expect(of.verdict).toBe('ok');
    expect(ids(of)).toContain('nic/worker-0/ens5f0');
  });

  it('is unknown where several have', () => {
    const of = trace(
      withObjects(
        healthy,
        nad,
        offering,
        worker({ interfaces: [{ ...functions('ens5f0') }, { ...functions('ens5f1') }] }),
      ),
    );
    expect(of.verdict).toBe('unknown');
  });

  it.each([
    ['carries', 100, 'ok'],
    ['does not carry', 300, 'broken'],
  ] as const)('says that the switch %s the VLAN of its virtual function', (_word, vlan, state) => {
    const nic = { lldp: { enabled: true, neighbors: [neighbor] }, ...functions('ens5f0') };
    const of = trace(
      withObjects(
        healthy,
        ovnNad('ns1/vlan-100', {
          raw: JSON.stringify({ type: 'sriov', name: 'x', vlan }),
          annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/fast' },
        }),
        offering,
        worker({ interfaces: [nic] }),
      ),
    );
    expect(of).toMatchObject({ verdict: 'ok', switch: { state } });
    expect(of.vlanUsage).toContainEqual({ id: 'nic/worker-0/ens5f0', vlans: `${vlan}` });
  });

  it('is broken at the NAD where the node does not offer the resource', () => {
    expect(trace(withObjects(healthy, nad))).toMatchObject({
      verdict: 'broken',
      broken: 'nad/ns1/vlan-100',
    });
  });
});

describe('br-ex on a tagged VLAN', () => {
  const tagged = nns('worker-0', {
    ip: '192.168.4.11',
    brExUplink: 'bond0.10',
    nics: [
      { name: 'eno1', controller: 'bond0' },
      { name: 'eno2', controller: 'bond0' },
    ],
    interfaces: [bondEntry('bond0', ['eno1', 'eno2']), vlanEntry('bond0.10', 'bond0', 10)],
    mappings: { vmdata: 'br-ex' },
  });

  it('carries an untagged network inside that VLAN', () => {
    const of = trace(withObjects(healthy, untagged, tagged));
    expect(of.verdict).toBe('ok');
    expect(ids(of)).toEqual(
      expect.arrayContaining(['vlanIf/worker-0/bond0.10', 'bond/worker-0/bond0']),
    );
  });

  it('does not carry a tagged network', () => {
    expect(trace(withObjects(healthy, tagged))).toMatchObject({
      verdict: 'broken',
      broken: 'vlanIf/worker-0/bond0.10',
    });
  });

  it('does not carry a tagged network where the gateway itself adds the tag', () => {
    const gateway = JSON.stringify({
      default: { mode: 'shared', 'bridge-id': 'br-ex', 'vlan-id': '10' },
    });
    const of = trace(
      withObjects(
        healthy,
        nns('worker-0', { mappings: { vmdata: 'br-ex' } }),
        node('worker-0', { annotations: { 'k8s.ovn.org/l3-gateway-config': gateway } }),
      ),
    );
    expect(of).toMatchObject({ verdict: 'broken', broken: 'bridge/worker-0/br-ex' });
  });
});

it('ends on a report that refers to itself', () => {
  const of = trace(
    withObjects(
      healthy,
      untagged,
      clusterNetwork(),
      worker({
        nics: [],
        interfaces: [
          vlanEntry('a.1', 'b.1', 1),
          vlanEntry('b.1', 'a.1', 1),
          bondEntry('bond0', ['bond0', 'a.1']),
        ],
        bridges: [{ name: 'br-vmdata', ports: ['bond0', 'a.1'] }],
      }),
    ),
  );
  expect(of.hops.length).toBeLessThan(20);
});
