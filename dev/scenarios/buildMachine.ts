/** A VirtualMachine as people write it, for scenarios with too many to write down. */
import type { VirtualMachine } from '../operators/kubevirt/vmTypes';

export interface MachineNic {
  name: string;
  /** NAD reference; left out for the pod network. */
  networkName?: string;
}

export function buildMachine(
  namespace: string,
  name: string,
  nics: readonly MachineNic[],
  runStrategy: 'Always' | 'Halted' = 'Always',
): VirtualMachine {
  const interfaces = nics.map((nic) => ({
    name: nic.name,
    model: 'virtio',
    ...(nic.networkName === undefined ? { masquerade: {} } : { bridge: {} }),
  }));
  const networks = nics.map((nic) =>
    nic.networkName === undefined
      ? { name: nic.name, pod: {} }
      : { name: nic.name, multus: { networkName: nic.networkName } },
  );
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace, labels: { app: name } },
    spec: {
      runStrategy,
      template: {
        metadata: { labels: { app: name } },
        spec: {
          architecture: 'amd64',
          domain: {
            cpu: { cores: 2, sockets: 1, threads: 1 },
            memory: { guest: '4Gi' },
            devices: { interfaces },
          },
          evictionStrategy: 'LiveMigrate',
          networks,
        },
      },
    },
  };
}
