/**
 * What the graph says of each way to bring a network to VMs, from the scenarios that the console
 * shell offers: the whole way of one VM NIC to the switch, the VLAN and the MTU it has there, and
 * the nodes its VM may run on.
 */
import { loadScenario } from '../../dev/scenarios/scenarios';
import { completeSnapshot } from '../cluster/snapshotOf';
import type { State } from './model';
import { buildGraph } from './buildGraph';
import { traceVnic } from './traceVnic';
import { vmReach } from './vmReach';

const SWITCH = '5C:45:27:11:08:40';

interface Row {
  readonly scenario: string;
  readonly vnic: string;
  /** Hops after the VM NIC and before the switch; `NODE` for the node's name. */
  readonly hops: readonly string[];
  readonly node: string;
  /** Ports of the switch, which is the last hop. */
  readonly ports: readonly string[];
  /** VLAN on the wire; '' for untagged. */
  readonly wire: string;
  /** Least MTU on the way. */
  readonly mtu: number;
  /** Untagged frames go by the native VLAN, which LLDP does not tell. */
  readonly switchState?: State;
}

const rows: readonly Row[] = [
  {
    scenario: 'dual-nic',
    vnic: 'ns1/ws/net1',
    node: 'hub-tq2sk-cnv-jn4f8',
    hops: [
      'nad/default/vlan-1924',
      'network/vlan-1924',
      'localnet/vlan-1924',
      'mapping/NODE/vlan-1924',
      'bridge/NODE/br-vmdata',
      'nic/NODE/ens224',
    ],
    ports: ['ge-0/0/17'],
    wire: '1924',
    mtu: 1500,
  },
  {
    scenario: 'single-nic',
    vnic: 'red/web/lan',
    node: 'worker-0',
    hops: [
      'nad/red/machine-net',
      'network/machine-net',
      'localnet/machine-net',
      'mapping/NODE/machine-net',
      'bridge/NODE/br-ex',
      'nic/NODE/ens192',
    ],
    ports: ['ge-0/0/12'],
    wire: '',
    mtu: 1500,
    switchState: 'unknown',
  },
  {
    scenario: 'single-nic-native-vlan',
    vnic: 'red/web/net1',
    node: 'worker-0',
    hops: [
      'nad/red/vlan-200',
      'network/vlan-200',
      'localnet/machine-net',
      'mapping/NODE/machine-net',
      'bridge/NODE/br-ex',
      'nic/NODE/ens192',
    ],
    ports: ['ge-0/0/12'],
    wire: '200',
    mtu: 1500,
  },
  {
    scenario: 'single-nic-tagged-vlan',
    vnic: 'red/web/net1',
    node: 'worker-0',
    hops: [
      'nad/red/lan-200',
      'bridge/NODE/br-200',
      'vlanIf/NODE/bond0.200',
      'bond/NODE/bond0',
      'nic/NODE/eno1',
      'nic/NODE/eno2',
    ],
    ports: ['ge-0/0/12', 'ge-0/0/13'],
    wire: '200',
    mtu: 1500,
  },
  {
    scenario: 'single-nic-tagged-vlan',
    vnic: 'red/web/default',
    node: 'worker-0',
    hops: [
      'clusterNetwork/10.128.0.0/14',
      'bridge/NODE/br-int',
      'bridge/NODE/br-ex',
      'vlanIf/NODE/bond0.10',
      'bond/NODE/bond0',
      'nic/NODE/eno1',
      'nic/NODE/eno2',
    ],
    ports: ['ge-0/0/12', 'ge-0/0/13'],
    wire: '10',
    mtu: 1400,
  },
  {
    scenario: 'linux-bridge',
    vnic: 'blue/app/net2',
    node: 'worker-1',
    hops: ['nad/blue/vlan-150', 'bridge/NODE/br1', 'nic/NODE/ens224'],
    ports: ['ge-0/0/17'],
    wire: '150',
    mtu: 1500,
  },
  ...['bond-kernel', 'bond-ovs'].map((scenario) => ({
    scenario,
    vnic: 'red/web/net1',
    node: 'worker-0',
    hops: [
      'nad/red/vlan-1924',
      'network/vlan-1924',
      'localnet/vmdata',
      'mapping/NODE/vmdata',
      'bridge/NODE/br-vmdata',
      'bond/NODE/bond1',
      'nic/NODE/ens224',
      'nic/NODE/ens256',
    ],
    ports: ['ge-0/0/13', 'ge-0/0/14'],
    wire: '1924',
    mtu: 1500,
  })),
  {
    scenario: 'cudn-localnet',
    vnic: 'red/web/net1',
    node: 'worker-0',
    hops: [
      'nad/red/vlan-100',
      'network/cluster_udn_vlan-100',
      'localnet/vmdata',
      'mapping/NODE/vmdata',
      'bridge/NODE/br-vmdata',
      'nic/NODE/ens224',
    ],
    ports: ['ge-0/0/13'],
    wire: '100',
    mtu: 1500,
  },
  {
    scenario: 'layer2',
    vnic: 'red/a/hb',
    node: 'worker-0',
    hops: [
      'nad/red/heartbeat',
      'network/heartbeat',
      'bridge/NODE/br-int',
      'bridge/NODE/br-ex',
      'nic/NODE/ens192',
    ],
    ports: ['ge-0/0/12'],
    wire: '',
    mtu: 1300,
  },
  {
    scenario: 'sriov',
    vnic: 'red/router/west',
    node: 'worker-0',
    hops: ['nad/red/fast-300', 'nic/NODE/ens5f0'],
    ports: ['ge-0/0/13'],
    wire: '300',
    mtu: 1500,
  },
];

test.each(rows)(
  '$scenario: the whole way of $vnic to the switch',
  async ({ scenario, vnic, hops, node, ports, wire, mtu, switchState }) => {
    const graph = buildGraph(completeSnapshot((await loadScenario(scenario)).objects));
    const trace = traceVnic(graph, vnic);
    const portIds = ports.map((port) => `switchPort/${SWITCH}/${port}`);

    expect(trace).toMatchObject({ verdict: 'ok', node, switch: { state: switchState ?? 'ok' } });
    const found = trace.hops.map(({ id }) => id);
    const ofSwitch = new Set([...portIds, `switch/${SWITCH}`]);
    expect(found.filter((id) => !ofSwitch.has(id))).toEqual([
      `vnic/${vnic}`,
      ...hops.map((hop) => hop.replace('NODE', node)),
    ]);
    expect(new Set(found.filter((id) => ofSwitch.has(id)))).toEqual(ofSwitch);

    const onPorts = trace.vlanUsage.filter(({ id }) => portIds.includes(id));
    expect(onPorts.map(({ vlans }) => vlans)).toEqual(ports.map(() => wire));
    expect(Math.min(...trace.mtuLadder.map((step) => step.mtu))).toBe(mtu);

    const reach = vmReach(graph, vnic.split('/').slice(0, 2).join('/'));
    expect(reach).toMatchObject({ covered: reach?.eligible, lacking: [] });
    expect(reach?.eligible).toHaveLength(3);
    expect(new Set(trace.elsewhere.map(({ verdict }) => verdict))).toEqual(new Set(['ok']));
  },
);
