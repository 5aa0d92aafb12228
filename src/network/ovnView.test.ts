/**
 * The OVN view of a node against the names and addresses that OVN-Kubernetes uses: the article's
 * diagrams 2 and 3, corrected as the domain reference 0.5 says (the node switch bears the node's
 * name, `rtos-<node>` has the first address of the node's subnet, the join subnet is 100.64/16).
 */
import { node, object, snapshot, withObjects } from '../../dev/test/makeCluster';
import type { NodeOptions } from '../../dev/test/makeCluster';
import { WORKERS, healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import type { OvnEdge, OvnEntity, OvnView } from './ovn/ovnModel';
import { ovnView } from './ovnView';

/** As on a worker of OpenShift 4.19 with node id 16. */
const annotations = (name: string, mode = 'shared'): Record<string, string> => ({
  'k8s.ovn.org/node-id': '16',
  'k8s.ovn.org/node-chassis-id': 'b7f3f5a4-6c0e-4a6b-9a5e-0d6bfa1d3a51',
  'k8s.ovn.org/node-subnets': '{"default":["10.130.6.0/23"],"blue":["10.200.3.0/24"]}',
  'k8s.ovn.org/node-transit-switch-port-ifaddr': '{"ipv4":"100.88.0.16/16"}',
  'k8s.ovn.org/node-primary-ifaddr': '{"ipv4":"192.168.4.11/24"}',
  'k8s.ovn.org/node-encap-ips': '["192.168.4.11"]',
  'k8s.ovn.org/l3-gateway-config': JSON.stringify({
    default: {
      mode,
      'bridge-id': 'br-ex',
      'interface-id': `br-ex_${name}`,
      'mac-address': '52:54:00:aa:bb:11',
      'ip-addresses': ['192.168.4.11/24'],
      'next-hops': ['192.168.4.1'],
      'node-port-enable': 'true',
      'vlan-id': '0',
    },
  }),
});

const NODE = 'worker-0';
const annotated = (options: NodeOptions = {}): KubeObject =>
  node(NODE, { ip: '192.168.4.11', annotations: annotations(NODE), ...options });

const base = withObjects(healthyCluster(), annotated());
const viewOf = (objects: readonly KubeObject[], name = NODE): OvnView =>
  ovnView(buildGraph(snapshot(objects)), name);

const entity = (view: OvnView, id: string): OvnEntity | undefined => view.entities.get(id);
const edge = (view: OvnView, source: string, target: string): OvnEdge | undefined =>
  [...view.edges.values()].find((one) => one.source === source && one.target === target);

describe('the cluster network of a node', () => {
  const view = viewOf(base);

  test.each([
    ['nic/worker-0/ens192', {}],
    ['bridge/worker-0/br-ex', {}],
    ['extSwitch/ext_worker-0', { localnetPort: 'br-ex_worker-0', network: 'physnet' }],
    [
      'gatewayRouter/GR_worker-0',
      { addresses: ['192.168.4.11/24'], mac: '52:54:00:aa:bb:11', nextHops: ['192.168.4.1'] },
    ],
    ['joinSwitch/join', { subnet: '100.64.0.0/16' }],
    [
      'clusterRouter/ovn_cluster_router',
      { joinAddress: '100.64.0.1/16', transitAddresses: ['100.88.0.16/16'] },
    ],
    ['transitSwitch/transit_switch', { subnet: '100.88.0.0/16', nodes: 3 }],
    ['nodeSwitch/worker-0', { subnets: ['10.130.6.0/23'], management: ['10.130.6.2/23'] }],
    ['internalIf/worker-0/ovn-k8s-mp0', { addresses: ['10.130.6.2/23'] }],
  ])('has %s', (id, attributes) => {
    expect(entity(view, id)).toMatchObject({ id, state: 'ok', attributes });
  });

  test.each([
    ['nic/worker-0/ens192', 'bridge/worker-0/br-ex', {}],
    ['bridge/worker-0/br-ex', 'extSwitch/ext_worker-0', { port: 'br-ex_worker-0' }],
    [
      'extSwitch/ext_worker-0',
      'gatewayRouter/GR_worker-0',
      { switchPort: 'etor-GR_worker-0', routerPort: 'rtoe-GR_worker-0' },
    ],
    [
      'gatewayRouter/GR_worker-0',
      'joinSwitch/join',
      {
        switchPort: 'jtor-GR_worker-0',
        routerPort: 'rtoj-GR_worker-0',
        addresses: ['100.64.0.16/16'],
      },
    ],
    [
      'joinSwitch/join',
      'clusterRouter/ovn_cluster_router',
      { routerPort: 'rtoj-ovn_cluster_router', addresses: '100.64.0.1/16' },
    ],
    [
      'transitSwitch/transit_switch',
      'clusterRouter/ovn_cluster_router',
      {
        switchPort: 'tstor-worker-0',
        routerPort: 'rtots-worker-0',
        addresses: ['100.88.0.16/16'],
      },
    ],
    [
      'clusterRouter/ovn_cluster_router',
      'nodeSwitch/worker-0',
      { switchPort: 'stor-worker-0', routerPort: 'rtos-worker-0', addresses: ['10.130.6.1/23'] },
    ],
  ])('joins %s and %s', (source, target, attributes) => {
    expect(edge(view, source, target)?.attributes).toMatchObject(attributes);
  });

  test('says that nothing of it was read from OVN', () => {
    expect(formatText(view.note)).toMatch(/expected from api data/i);
  });

  test('reaches the other nodes through their tunnel ends', () => {
    expect(view.peers.map(({ node: name, encapIps }) => [name, encapIps])).toEqual([
      ['master-0', ['192.168.4.10']],
      ['worker-1', ['192.168.4.12']],
    ]);
  });
});

test('in local gateway mode egress goes through the management port and the host', () => {
  const local = viewOf(withObjects(base, annotated({ annotations: annotations(NODE, 'local') })));
  expect(local.gatewayMode).toBe('local');
  expect(edge(local, 'bridge/worker-0/br-ex', 'internalIf/worker-0/ovn-k8s-mp0')).toMatchObject({
    kind: 'host',
  });
  expect(viewOf(base).gatewayMode).toBe('shared');
  expect(
    edge(viewOf(base), 'bridge/worker-0/br-ex', 'internalIf/worker-0/ovn-k8s-mp0'),
  ).toBeUndefined();
});

test('the operator’s ranges take the place of the usual ones', () => {
  const operator = object('operator.openshift.io/v1', 'Network', 'cluster', {
    spec: {
      defaultNetwork: {
        type: 'OVNKubernetes',
        ovnKubernetesConfig: {
          ipv4: {
            internalJoinSubnet: '100.70.0.0/16',
            internalTransitSwitchSubnet: '100.90.0.0/16',
          },
        },
      },
    },
  });
  const view = viewOf(withObjects(base, operator));
  expect(entity(view, 'joinSwitch/join')?.attributes.subnet).toBe('100.70.0.0/16');
  expect(entity(view, 'transitSwitch/transit_switch')?.attributes.subnet).toBe('100.90.0.0/16');
});

test('a node without annotations has the same parts, and what is open is unknown with a reason', () => {
  const view = viewOf(healthyCluster());
  for (const id of ['gatewayRouter/GR_worker-0', 'nodeSwitch/worker-0']) {
    expect(entity(view, id)?.state).toBe('unknown');
    expect(formatText(entity(view, id)?.reason ?? view.note)).toContain('worker-0');
  }
  expect(view.gatewayMode).toBe('unknown');
});

describe('the user’s networks on a node', () => {
  test('a localnet: switch and port by their OVN names, the tag, the patch to the bridge', () => {
    const view = viewOf(base);
    expect(entity(view, 'localnetSwitch/vlan.100_ovn_localnet_switch')?.attributes).toMatchObject({
      network: 'vlan-100',
      mtu: 1500,
      ports: 1,
    });
    expect(entity(view, 'localnetPort/vlan.100_ovn_localnet_port')).toMatchObject({
      state: 'ok',
      attributes: { physicalNetwork: 'vmdata', tag: 100, plumbed: true },
    });
    expect(
      edge(view, 'bridge/worker-0/br-vmdata', 'localnetPort/vlan.100_ovn_localnet_port'),
    ).toMatchObject({
      kind: 'patch',
      attributes: { port: 'patch-vlan.100_ovn_localnet_port-to-br-int' },
    });
    expect(edge(view, 'nic/worker-0/ens224', 'bridge/worker-0/br-vmdata')?.kind).toBe('uplink');
  });

  test('without its mapping the switch is there and its port leads nowhere', () => {
    const view = viewOf(withObjects(base, workerState(NODE, { mappings: {}, bridges: [] })));
    const port = entity(view, 'localnetPort/vlan.100_ovn_localnet_port');
    expect(port?.state).toBe('broken');
    expect(port?.reason && formatText(port.reason)).toContain('does not map vmdata');
    expect(entity(view, 'localnetSwitch/vlan.100_ovn_localnet_switch')?.state).toBe('ok');
    expect([...view.edges.values()].some(({ kind }) => kind === 'patch')).toBe(false);
  });

  test('each VM NIC is on the switch of its network, with the name its pod gives the port', () => {
    const launcher = object('v1', 'Pod', 'ns1/virt-launcher-web-x7k2p', {
      meta: {
        labels: { 'kubevirt.io': 'virt-launcher', 'kubevirt.io/created-by': 'uid-ns1/web' },
        annotations: {
          'k8s.ovn.org/pod-networks': JSON.stringify({
            default: { ip_addresses: ['10.130.6.33/23'], mac_address: '0a:58:0a:82:06:21' },
            'ns1/vlan-100': { ip_addresses: null, mac_address: '02:00:00:00:00:64' },
          }),
        },
      },
      spec: { nodeName: NODE },
      status: { phase: 'Running' },
    });
    const view = viewOf(withObjects(base, launcher));
    expect(edge(view, 'nodeSwitch/worker-0', 'vnic/ns1/web/default')?.kind).toBe('port');
    expect(entity(view, 'vnic/ns1/web/default')?.attributes).toMatchObject({
      port: 'ns1_virt-launcher-web-x7k2p',
      ips: ['10.130.6.33/23'],
      mac: '0a:58:0a:82:06:21',
    });
    expect(
      edge(view, 'localnetSwitch/vlan.100_ovn_localnet_switch', 'vnic/ns1/web/net1')?.kind,
    ).toBe('port');
    expect(entity(view, 'vnic/ns1/web/net1')?.attributes).toMatchObject({
      port: 'ns1.vlan.100_ns1_virt-launcher-web-x7k2p',
      ips: ['10.100.0.5'],
      mac: '02:00:00:00:00:64',
    });
    expect(viewOf(base).entities.get('vnic/ns1/web/net1')?.attributes).toMatchObject({
      portPrefix: 'ns1.vlan.100_ns1_virt-launcher-web-',
    });
    expect(viewOf(base, WORKERS[1]).entities.has('vnic/ns1/web/net1')).toBe(false);
  });

  const overlay = (topology: string, extra: Record<string, unknown>): KubeObject =>
    ovnNad('ns1/blue', { config: { topology, subnets: '10.200.0.0/16', mtu: 1400, ...extra } });

  test('a layer2 network is one switch without a port to the host', () => {
    const view = viewOf(withObjects(base, overlay('layer2', {})));
    expect(entity(view, 'layer2Switch/blue_ovn_layer2_switch')?.attributes).toMatchObject({
      network: 'blue',
      subnets: ['10.200.0.0/16'],
      nodes: 3,
    });
    expect([...view.edges.values()].some((e) => e.target.startsWith('layer2Switch/'))).toBe(false);
  });

  test('a primary layer2 network has its own gateway, and takes the pod NIC of its namespace', () => {
    const view = viewOf(
      withObjects(
        base,
        overlay('layer2', { role: 'primary' }),
        vm('ns1/web', { nics: [] }),
        vmi('ns1/web', { nics: [] }),
      ),
    );
    const chain = [
      'bridge/worker-0/br-ex',
      'extSwitch/ext_blue_worker-0',
      'gatewayRouter/GR_blue_worker-0',
      'transitRouter/blue_transit_router',
      'layer2Switch/blue_ovn_layer2_switch',
      'vnic/ns1/web/default',
    ];
    chain.slice(1).forEach((target, index) => {
      expect([target, edge(view, chain[index] ?? '', target)]).toEqual([
        target,
        expect.objectContaining({ target }),
      ]);
    });
    expect(entity(view, 'vnic/ns1/web/default')?.attributes.portPrefix).toBe(
      'ns1.blue_ns1_virt-launcher-web-',
    );
  });

  test('a layer3 network has a router of its own and this node’s part of its subnet', () => {
    const view = viewOf(withObjects(base, overlay('layer3', {})));
    expect(entity(view, 'nodeSwitch/blue_worker-0')?.attributes.subnets).toEqual(['10.200.3.0/24']);
    expect(
      edge(view, 'clusterRouter/blue_ovn_cluster_router', 'nodeSwitch/blue_worker-0')?.attributes,
    ).toMatchObject({ routerPort: 'rtos-blue_worker-0', addresses: ['10.200.3.1/24'] });
    expect(entity(view, 'transitSwitch/blue_transit_switch')).toBeDefined();
  });
});

test('every edge has both its ends, on every node', () => {
  const view = viewOf(base);
  for (const name of [NODE, 'worker-1', 'master-0', 'nowhere']) {
    const { entities, edges } = name === NODE ? view : viewOf(base, name);
    for (const { source, target } of edges.values()) {
      expect([source, entities.has(source), target, entities.has(target)]).toEqual([
        source,
        true,
        target,
        true,
      ]);
    }
  }
});
