/** One healthy cluster for each way to bring a network to VMs. */
import { MACHINE_NETWORK } from './articleNodes';
import type { ClusterPlan } from './clusterPlan';
import { plainNodes } from './plainNodes';
import type { WorkerShape } from './plainNodes';
import { readDocuments } from './readDocuments';
import type { ScenarioSource } from './scenario';
import { settleCluster } from './settleCluster';

interface NetworkScenario {
  name: string;
  description: string;
  workers: WorkerShape;
  placement: Readonly<Record<string, string>>;
  addresses: Readonly<Record<string, string>>;
}

const TRUNK = [1924, 1926];

const rows: readonly NetworkScenario[] = [
  {
    name: 'single-nic',
    description: 'One NIC per node, VMs untagged on br-ex in the machine network',
    workers: { nics: ['ens192'] },
    placement: { 'red/web': 'worker-0', 'red/app': 'worker-1' },
    addresses: { 'red/web/lan': '192.168.4.201', 'red/app/lan': '192.168.4.202' },
  },
  {
    name: 'single-nic-native-vlan',
    description: 'One NIC per node on a trunk: br-ex on the native VLAN, VMs on tagged VLANs',
    workers: { nics: ['ens192'], vlans: [200, 300] },
    placement: { 'red/web': 'worker-0', 'blue/app': 'worker-1' },
    addresses: { 'red/web/net1': '192.168.20.11', 'blue/app/net1': '192.168.30.11' },
  },
  {
    name: 'single-nic-tagged-vlan',
    description: 'br-ex on VLAN 10 of a bond, VMs by a VLAN interface and a Linux bridge beside it',
    workers: {
      nics: ['eno1', 'eno2'],
      vlans: [10, 200],
      more: {
        bonds: [{ name: 'bond0', mode: '802.3ad', members: ['eno1', 'eno2'] }],
        vlans: [{ name: 'bond0.10', base: 'bond0', id: 10 }],
        uplink: 'bond0.10',
      },
    },
    placement: { 'red/web': 'worker-0', 'red/app': 'worker-1' },
    addresses: { 'red/web/net1': '192.168.20.11', 'red/app/net1': '192.168.20.12' },
  },
  {
    name: 'linux-bridge',
    description: 'A Linux bridge on a second NIC, one NAD per VLAN',
    workers: { nics: ['ens192', 'ens224'], vlans: [100, 150] },
    placement: { 'red/web': 'worker-0', 'blue/app': 'worker-1' },
    addresses: {
      'red/web/net1': '192.168.10.11',
      'blue/app/net1': '192.168.10.12',
      'blue/app/net2': '192.168.15.12',
    },
  },
  {
    name: 'bond-kernel',
    description: 'A kernel bond with LACP under an OVS bridge',
    workers: { nics: ['ens192', 'ens224', 'ens256'], vlans: TRUNK },
    placement: { 'red/web': 'worker-0', 'blue/app': 'worker-1' },
    addresses: { 'red/web/net1': '192.168.24.11', 'blue/app/net1': '192.168.26.11' },
  },
  {
    name: 'bond-ovs',
    description: 'An OVS bond (balance-slb) under an OVS bridge',
    workers: { nics: ['ens192', 'ens224', 'ens256'], vlans: TRUNK },
    placement: { 'red/web': 'worker-0', 'blue/app': 'worker-1' },
    addresses: { 'red/web/net1': '192.168.24.11', 'blue/app/net1': '192.168.26.11' },
  },
  {
    name: 'cudn-localnet',
    description: 'A ClusterUserDefinedNetwork of topology Localnet on an own OVS bridge',
    workers: { nics: ['ens192', 'ens224'], vlans: [100] },
    placement: { 'red/web': 'worker-0', 'blue/app': 'worker-1' },
    addresses: { 'red/web/net1': '192.168.10.11', 'blue/app/net1': '192.168.10.12' },
  },
  {
    name: 'layer2',
    description: 'Overlay networks without a physical network: a NAD and a UserDefinedNetwork',
    workers: { nics: ['ens192'] },
    placement: {
      'red/a': 'worker-0',
      'red/b': 'worker-1',
      'blue/c': 'worker-1',
      'blue/d': 'worker-2',
    },
    addresses: {
      'red/a/hb': '172.20.0.1',
      'red/b/hb': '172.20.0.2',
      'blue/c/sync': '10.200.0.2',
      'blue/d/sync': '10.200.0.3',
    },
  },
  {
    name: 'sriov',
    description: 'Virtual functions of a fast NIC for VMs, by the SR-IOV device plugin',
    workers: {
      nics: ['ens192', 'ens5f0'],
      vlans: [300],
      more: { resources: { 'openshift.io/fast': '8' } },
      nicMore: { ens5f0: { speed: 25000, driver: 'ice', virtualFunctions: 8 } },
    },
    placement: { 'red/router': 'worker-0', 'red/probe': 'worker-1' },
    addresses: { 'red/router/west': '192.168.33.1', 'red/probe/west': '192.168.33.2' },
  },
];

/**
 * The plan of a scenario of this table.
 * @throws Error for a name that is not in it
 */
export async function networkPlan(wanted: string): Promise<ClusterPlan> {
  const row = rows.find(({ name }) => name === wanted);
  if (row === undefined) throw new Error(`There is no network scenario "${wanted}"`);
  const { name, workers, placement, addresses } = row;
  return {
    nodes: plainNodes(workers),
    documents: await readDocuments(`${name}/cluster.yaml`),
    machineNetwork: MACHINE_NETWORK,
    placement,
    addresses,
  };
}

export const networkScenarios: readonly ScenarioSource[] = rows.map(({ name, description }) => ({
  name,
  description,
  load: async () => ({ objects: settleCluster(await networkPlan(name)) }),
}));
