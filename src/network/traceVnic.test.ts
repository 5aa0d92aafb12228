/** The path of a VM NIC, case by case: rulings 3 and the matching rules it walks along. */
import { snapshot, withObjects } from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { bondEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { bridgeNad, ovnNad, udn } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
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

describe('a path that works', () => {
  it('goes from the VM NIC to the switch, with MTU and VLAN at every step', () => {
    const of = trace(healthy);
    expect(ids(of)).toEqual([
      'vnic/ns1/web/net1',
      'nad/ns1/vlan-100',
      'network/vlan-100',
      'localnet/vmdata',
      'mapping/worker-0/vmdata',
      'bridge/worker-0/br-vmdata',
      'nic/worker-0/ens224',
      'switchPort/00:1c:73:00:00:01/Ethernet1',
      'switch/00:1c:73:00:00:01',
    ]);
    expect(of).toMatchObject({
      verdict: 'ok',
      node: 'worker-0',
      plumbed: true,
      switch: { state: 'ok' },
      mtuLadder: [
        { id: 'network/vlan-100', mtu: 1500 },
        { id: 'bridge/worker-0/br-vmdata', mtu: 1500 },
        { id: 'nic/worker-0/ens224', mtu: 1500 },
        { id: 'switchPort/00:1c:73:00:00:01/Ethernet1', mtu: 9198 },
      ],
    });
    expect(of.vlanUsage.find((use) => use.id.startsWith('switchPort'))).toEqual({
      id: 'switchPort/00:1c:73:00:00:01/Ethernet1',
      vlans: '100',
      allowed: '100, 200',
    });
    expect(of.elsewhere).toEqual([{ node: 'worker-1', verdict: 'ok', broken: undefined }]);
  });

  it('tells where the VM could not migrate to', () => {
    const of = trace(withObjects(healthy, worker({ mappings: {} }, 'worker-1')));
    expect(of.verdict).toBe('ok');
    expect(of.elsewhere).toEqual([
      { node: 'worker-1', verdict: 'broken', broken: 'mapping/worker-1/vmdata' },
    ]);
  });

  it('can be followed on another node, such as the target of a migration', () => {
    const objects = withObjects(healthy, worker({ mappings: {} }, 'worker-1'));
    expect(trace(objects, NIC, 'worker-1')).toMatchObject({
      verdict: 'broken',
      broken: 'mapping/worker-1/vmdata',
      node: 'worker-1',
    });
  });

  it('of a pod NIC goes over br-int and br-ex', () => {
    expect(ids(trace(healthy, 'ns1/web/default'))).toEqual([
      'vnic/ns1/web/default',
      'clusterNetwork/10.128.0.0/14',
      'bridge/worker-0/br-int',
      'bridge/worker-0/br-ex',
      'nic/worker-0/ens192',
    ]);
  });

  it('of a pod NIC begins at the primary network of its namespace', () => {
    const objects = withObjects(
      healthy,
      udn('ns1/main', { network: { role: 'Primary', subnets: ['10.9.0.0/16'] } }),
    );
    expect(ids(trace(objects, 'ns1/web/default'))[1]).toBe('network/ns1_main');
  });

  it('of a layer2 network runs over the node network', () => {
    const objects = withObjects(
      healthy,
      ovnNad('ns1/vlan-100', { config: { topology: 'layer2', mtu: 1300 } }),
    );
    const of = trace(objects);
    expect(of.verdict).toBe('ok');
    expect(ids(of)).toContain('bridge/worker-0/br-ex');
  });
});

describe('a path that is broken', () => {
  it.each<{
    readonly what: string;
    readonly objects: readonly KubeObject[];
    readonly broken: string;
    readonly reason?: string;
  }>([
    {
      what: 'the NAD does not exist, not even in default',
      objects: withObjects(
        healthy,
        vm('ns1/web', { nics: ['lan'] }),
        vmi('ns1/web', { nics: ['lan'] }),
        ovnNad('default/lan'),
      ),
      broken: 'nad/ns1/lan',
      reason: 'no NetworkAttachmentDefinition ns1/lan',
    },
    {
      what: 'the NAD is in a namespace the VM may not use',
      objects: withObjects(
        healthy,
        vm('ns1/web', { nics: ['ns2/vlan-100'] }),
        vmi('ns1/web', { nics: ['ns2/vlan-100'] }),
        ovnNad('ns2/vlan-100', { config: { physicalNetworkName: 'vmdata' } }),
      ),
      broken: 'vnic/ns1/web/net1',
      reason: 'may not use',
    },
    {
      what: 'the config cannot be read',
      objects: withObjects(healthy, ovnNad('ns1/vlan-100', { raw: '{"type": <1>}' })),
      broken: 'nad/ns1/vlan-100',
    },
    {
      what: 'OVN-Kubernetes refuses the config',
      objects: withObjects(
        healthy,
        ovnNad('ns1/vlan-100', { config: { physicalNetworkName: 'vmdata', vlanID: '100' } }),
      ),
      broken: 'nad/ns1/vlan-100',
      reason: 'vlanID is "100"',
    },
    {
      what: 'no node maps the localnet',
      objects: withObjects(
        healthy,
        ovnNad('ns1/vlan-100', { config: { physicalNetworkName: 'nowhere' } }),
      ),
      broken: 'localnet/nowhere',
    },
    {
      what: 'this node does not map it, others do',
      objects: withObjects(healthy, worker({ mappings: {} })),
      broken: 'mapping/worker-0/vmdata',
    },
    {
      what: 'the mapping is told apart by case',
      objects: withObjects(healthy, worker({ mappings: { VMdata: 'br-vmdata' } })),
      broken: 'mapping/worker-0/vmdata',
    },
    {
      what: 'the mapped bridge does not exist',
      objects: withObjects(healthy, worker({ bridges: [] })),
      broken: 'bridge/worker-0/br-vmdata',
    },
    {
      what: 'the mapped bridge is a Linux bridge',
      objects: withObjects(
        healthy,
        worker({ bridges: [{ name: 'br-vmdata', ports: ['ens224'], linux: true }] }),
      ),
      broken: 'mapping/worker-0/vmdata',
    },
    {
      what: 'the bridge has no uplink',
      objects: withObjects(healthy, worker({ bridges: [{ name: 'br-vmdata', ports: [] }] })),
      broken: 'bridge/worker-0/br-vmdata',
      reason: 'no uplink',
    },
    {
      what: 'the port is no NIC but an internal interface',
      objects: withObjects(
        healthy,
        worker({
          nics: [],
          bridges: [{ name: 'br-vmdata', ports: ['ens22'] }],
          interfaces: [
            { name: 'ens22', type: 'ovs-interface', state: 'up', controller: 'br-vmdata' },
          ],
        }),
      ),
      broken: 'bridge/worker-0/br-vmdata',
    },
    {
      what: 'the NIC is down',
      objects: withObjects(healthy, worker({ nics: [{ name: 'ens224', state: 'down' }] })),
      broken: 'nic/worker-0/ens224',
    },
    {
      what: 'the NIC is gone',
      objects: withObjects(healthy, worker({ nics: [] })),
      broken: 'nic/worker-0/ens224',
    },
    {
      what: 'the uplink filters the VLAN',
      objects: withObjects(
        healthy,
        worker({
          bridges: [
            {
              name: 'br-vmdata',
              ports: [{ name: 'ens224', vlan: { mode: 'trunk', 'trunk-tags': [{ id: 200 }] } }],
            },
          ],
        }),
      ),
      broken: 'bridge/worker-0/br-vmdata',
      reason: 'passes VLAN 200, not 100',
    },
    {
      what: 'the uplink is a VLAN interface and the network is tagged',
      objects: withObjects(
        healthy,
        worker({
          interfaces: [vlanEntry('ens224.10', 'ens224', 10, { controller: 'br-vmdata' })],
          bridges: [{ name: 'br-vmdata', ports: ['ens224.10'] }],
        }),
      ),
      broken: 'vlanIf/worker-0/ens224.10',
      reason: 'tagged twice',
    },
    {
      what: 'every member of the bond is down',
      objects: withObjects(
        healthy,
        worker({
          nics: [
            { name: 'eno1', state: 'down' },
            { name: 'eno2', state: 'down' },
          ],
          interfaces: [bondEntry('bond0', ['eno1', 'eno2'])],
          bridges: [{ name: 'br-vmdata', ports: ['bond0'] }],
        }),
      ),
      broken: 'bond/worker-0/bond0',
    },
    {
      what: 'the Linux bridge does not exist on the node',
      objects: withObjects(
        healthy,
        bridgeNad('ns1/vlan-100', { bridge: 'br1', vlan: 100 }),
        worker({ bridges: [{ name: 'br1', ports: ['ens224'], linux: true }] }, 'worker-1'),
      ),
      broken: 'bridge/worker-0/br1',
    },
    {
      what: 'the bridge NAD names an OVS bridge',
      objects: withObjects(healthy, bridgeNad('ns1/vlan-100', { bridge: 'br-vmdata' })),
      broken: 'bridge/worker-0/br-vmdata',
    },
  ])('$what', ({ objects, broken, reason }) => {
    const of = trace(objects);
    expect([of.verdict, of.broken]).toEqual(['broken', broken]);
    if (reason !== undefined) expect(reasonOf(of)).toContain(reason);
  });

  it('is not broken by one bond member that is down', () => {
    const of = trace(
      withObjects(
        healthy,
        worker({
          nics: [{ name: 'eno1', state: 'down' }, 'eno2'],
          interfaces: [bondEntry('bond0', ['eno1', 'eno2'])],
          bridges: [{ name: 'br-vmdata', ports: ['bond0'] }],
        }),
      ),
    );
    expect(of.verdict).toBe('ok');
    expect(of.hops.filter((hop) => hop.parallel).map((hop) => [hop.id, hop.state])).toEqual([
      ['nic/worker-0/eno1', 'broken'],
      ['nic/worker-0/eno2', 'ok'],
    ]);
  });

  it('is not broken for an untagged network over a VLAN interface', () => {
    const of = trace(
      withObjects(
        healthy,
        untagged,
        worker({
          nics: [{ name: 'ens224', lldp: { port: 'Ethernet1', vlans: [10] } }],
          interfaces: [vlanEntry('ens224.10', 'ens224', 10)],
          bridges: [{ name: 'br-vmdata', ports: ['ens224.10'] }],
        }),
      ),
    );
    expect(of).toMatchObject({ verdict: 'ok', switch: { state: 'ok' } });
    expect(of.vlanUsage.find((use) => use.id === 'nic/worker-0/ens224')?.vlans).toBe('10');
  });
});
