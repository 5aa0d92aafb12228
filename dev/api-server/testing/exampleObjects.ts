/** Objects the tests of the server create, as small as each kind allows. */
import type { KubeObject } from '../kubeObject';

export function configMap(name: string, labels?: Record<string, string>): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default', ...(labels === undefined ? {} : { labels }) },
    data: { key: 'value' },
  };
}

export function policy(name: string, spec: Record<string, unknown> = {}): KubeObject {
  return {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name },
    spec: { desiredState: { interfaces: [] }, ...spec },
  };
}

export function attachment(name: string, config: unknown, namespace = 'default'): KubeObject {
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name, namespace },
    spec: { config: typeof config === 'string' ? config : JSON.stringify(config) },
  };
}

export function localnet(name: string, fields: Record<string, unknown> = {}): KubeObject {
  return {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'ClusterUserDefinedNetwork',
    metadata: { name },
    spec: {
      namespaceSelector: { matchLabels: { net: name } },
      network: {
        topology: 'Localnet',
        localnet: {
          role: 'Secondary',
          physicalNetworkName: 'physnet',
          ipam: { mode: 'Disabled' },
          ...fields,
        },
      },
    },
  };
}

interface VmNetworking {
  readonly interfaces?: readonly unknown[];
  readonly networks?: readonly unknown[];
}

export function virtualMachine(name: string, networking: VmNetworking = {}): KubeObject {
  const { interfaces = [], networks = [] } = networking;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace: 'default' },
    spec: {
      runStrategy: 'Always',
      template: { spec: { domain: { devices: { interfaces } }, networks } },
    },
  };
}

/** URL paths of the collections the tests use. */
export const PATHS = {
  configMaps: '/api/v1/namespaces/default/configmaps',
  policies: '/apis/nmstate.io/v1/nodenetworkconfigurationpolicies',
  attachments: '/apis/k8s.cni.cncf.io/v1/namespaces/default/network-attachment-definitions',
  clusterNetworks: '/apis/k8s.ovn.org/v1/clusteruserdefinednetworks',
  virtualMachines: '/apis/kubevirt.io/v1/namespaces/default/virtualmachines',
} as const;
