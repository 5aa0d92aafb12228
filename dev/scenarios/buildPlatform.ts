/**
 * The objects around the networks: cluster and operator Network, ClusterVersion, NMState, KubeVirt,
 * the two DaemonSets whose health the plugin reads, and the namespaces they live in.
 */
import type { KubeObject } from '../api-server/kubeObject';
import { CLUSTER_MTU } from './clusterPlan';
import { stamped, TIMES } from './stampMetadata';

const clusterNetwork = [{ cidr: '10.128.0.0/14', hostPrefix: 23 }];
const serviceNetwork = ['172.30.0.0/16'];

/** A Namespace that is Active. */
export function buildNamespace(name: string, labels: Record<string, string> = {}): KubeObject {
  return stamped(
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name, ...labels } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    },
    TIMES.installed,
  );
}

function daemonSet(name: string, namespace: string, component: object, nodes: number): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: component },
      template: {
        metadata: { labels: component },
        spec: { containers: [{ name, image: `registry.example.com/${name}` }] },
      },
    },
    status: {
      currentNumberScheduled: nodes,
      desiredNumberScheduled: nodes,
      numberAvailable: nodes,
      numberMisscheduled: 0,
      numberReady: nodes,
      observedGeneration: 1,
      updatedNumberScheduled: nodes,
    },
  };
}

function openshift(nodes: number): KubeObject[] {
  return [
    {
      apiVersion: 'config.openshift.io/v1',
      kind: 'ClusterVersion',
      metadata: { name: 'version' },
      spec: { channel: 'stable-4.19', clusterID: '6f3b1c52-58ad-4a3c-9d0e-1b6f0a1f2c37' },
      status: {
        desired: { version: '4.19.9' },
        history: [
          {
            completionTime: TIMES.written,
            startedTime: TIMES.installed,
            state: 'Completed',
            version: '4.19.9',
          },
        ],
        conditions: [
          { type: 'Available', status: 'True', lastTransitionTime: TIMES.installed },
          { type: 'Progressing', status: 'False', lastTransitionTime: TIMES.installed },
        ],
      },
    },
    {
      apiVersion: 'config.openshift.io/v1',
      kind: 'Network',
      metadata: { name: 'cluster' },
      spec: {
        clusterNetwork,
        externalIP: { policy: {} },
        networkType: 'OVNKubernetes',
        serviceNetwork,
      },
      status: {
        clusterNetwork,
        clusterNetworkMTU: CLUSTER_MTU,
        networkType: 'OVNKubernetes',
        serviceNetwork,
      },
    },
    {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'Network',
      metadata: { name: 'cluster' },
      spec: {
        clusterNetwork,
        defaultNetwork: {
          ovnKubernetesConfig: {
            gatewayConfig: { ipForwarding: '', routingViaHost: false },
            genevePort: 6081,
            mtu: CLUSTER_MTU,
          },
          type: 'OVNKubernetes',
        },
        managementState: 'Managed',
        serviceNetwork,
        useMultiNetworkPolicy: true,
      },
    },
    daemonSet('ovnkube-node', 'openshift-ovn-kubernetes', { app: 'ovnkube-node' }, nodes),
  ];
}

function nmstate(nodes: number): KubeObject[] {
  return [
    { apiVersion: 'nmstate.io/v1', kind: 'NMState', metadata: { name: 'nmstate' }, spec: {} },
    daemonSet(
      'nmstate-handler',
      'openshift-nmstate',
      { component: 'kubernetes-nmstate-handler' },
      nodes,
    ),
  ];
}

const kubevirt = (): KubeObject[] => [
  {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt-kubevirt-hyperconverged', namespace: 'openshift-cnv' },
    spec: {
      configuration: { evictionStrategy: 'LiveMigrate', vmRolloutStrategy: 'LiveUpdate' },
      workloadUpdateStrategy: { workloadUpdateMethods: ['LiveMigrate'] },
    },
    status: { observedKubeVirtVersion: 'v1.5.2', phase: 'Deployed' },
  },
];

const systemNamespaces: readonly [name: string, group: string][] = [
  ['default', ''],
  ['openshift-ovn-kubernetes', ''],
  ['openshift-multus', ''],
  ['openshift-nmstate', 'nmstate.io'],
  ['openshift-cnv', 'kubevirt.io'],
];

/** @param without API groups that this cluster lacks: their operators are left out */
export function buildPlatform(nodes: number, without: ReadonlySet<string>): KubeObject[] {
  const namespaces = systemNamespaces
    .filter(([, group]) => !without.has(group))
    .map(([name]) => buildNamespace(name));
  const operators = [
    ...openshift(nodes),
    ...(without.has('nmstate.io') ? [] : nmstate(nodes)),
    ...(without.has('kubevirt.io') ? [] : kubevirt()),
  ];
  return [...namespaces, ...operators.map((object) => stamped(object, TIMES.installed))];
}
