/** VMs on the article's cluster, with the operators at work: what tests of KubeVirt's part share. */
import type { KubeObject } from '../../api-server/kubeObject';
import { loadScenario } from '../../scenarios/scenarios';
import type { Condition, Policy } from '../nmstateTypes';
import type { TestCluster } from '../operators.testkit';
import { eventually, startTestCluster } from '../operators.testkit';
import type { Nad } from '../ovn/ovnTypes';
import { EVENTS, INSTANCES, MACHINES } from '../resources';
import type { VirtualMachine, VmInterface, Vmi, VmiSpec, VmNetwork } from './vmTypes';

export const MACHINE_SET = { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' };
export const OVN = { type: 'ovn-k8s-cni-overlay' };

export type Nic = [VmInterface, VmNetwork];
export const podNic: Nic = [
  { name: 'default', masquerade: {} },
  { name: 'default', pod: {} },
];
export const nic = (name: string, networkName: string): Nic => [
  { name, bridge: {} },
  { name, multus: { networkName } },
];

export const vm = (
  name: string,
  nics: readonly Nic[],
  more: Partial<VmiSpec> = {},
): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'ns1' },
  spec: {
    runStrategy: 'Always',
    template: {
      spec: {
        ...more,
        domain: { devices: { interfaces: nics.map(([iface]) => iface) } },
        networks: nics.map(([, network]) => network),
      },
    },
  },
});

export const condition = (
  object: { status?: { conditions?: Condition[] } } | undefined,
  type: string,
) => object?.status?.conditions?.find((entry) => entry.type === type);

export const key = (name: string, namespace = 'ns1') => ({ namespace, name });

export const nad = (
  name: string,
  config: object,
  annotations: Record<string, string> = {},
): Nad => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name, namespace: 'ns1', annotations },
  spec: { config: JSON.stringify({ cniVersion: '0.4.0', name, ...config }) },
});

export const localnet = (name: string, physicalNetworkName: string) =>
  nad(name, {
    ...OVN,
    topology: 'localnet',
    netAttachDefName: `ns1/${name}`,
    physicalNetworkName,
    mtu: 1500,
  });

/** Maps a localnet to br-vmdata on the workers. */
export const mappingPolicy = (localnet: string): Policy => ({
  apiVersion: 'nmstate.io/v1',
  kind: 'NodeNetworkConfigurationPolicy',
  metadata: { name: `map-${localnet}` },
  spec: {
    nodeSelector: MACHINE_SET,
    desiredState: { ovn: { 'bridge-mappings': [{ localnet, bridge: 'br-vmdata' }] } },
  },
});

export class MachineCluster {
  private constructor(private readonly cluster: TestCluster) {}

  static async start(): Promise<MachineCluster> {
    return new MachineCluster(await startTestCluster((await loadScenario('dual-nic')).objects));
  }

  /** Stops it; a healthy test ends without a complaint of the operators. */
  async stop(): Promise<readonly string[]> {
    await this.cluster.stop();
    return this.cluster.reports;
  }

  get client(): TestCluster['client'] {
    return this.cluster.client;
  }

  get server(): TestCluster['server'] {
    return this.cluster.server;
  }

  instance(name: string, namespace?: string): Promise<Vmi | undefined> {
    return this.client.find<Vmi>(INSTANCES, key(name, namespace));
  }

  machine(name: string, namespace?: string): Promise<VirtualMachine> {
    return this.client.get<VirtualMachine>(MACHINES, key(name, namespace));
  }

  /** The instance once both it and its VM say that it runs. */
  running(name: string, namespace?: string): Promise<Vmi> {
    return eventually(`${name} running`, async () => {
      const found = await this.instance(name, namespace);
      const owner = await this.machine(name, namespace);
      const isRunning =
        found?.status?.phase === 'Running' && owner.status?.printableStatus === 'Running';
      return isRunning && found;
    });
  }

  /** What events of this reason say. */
  async messages(reason: string): Promise<readonly string[]> {
    const { items } = await this.client.list<KubeObject>(EVENTS);
    return items
      .filter((event) => event['reason'] === reason)
      .map((event) => String(event['message']));
  }
}
