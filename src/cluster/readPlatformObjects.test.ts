import { clusterNetwork, object } from '../../dev/test/makeCluster';
import { readClusterNetwork, readOperatorNetwork } from './readClusterNetwork';
import { readEvent } from './readEvent';
import { readMultiNetworkPolicy } from './readMultiNetworkPolicy';
import { readDaemonSet, readKubeVirt } from './readPlatformObjects';
import { readPod } from './readPod';

describe('readClusterNetwork', () => {
  test('status before spec', () => {
    expect(readClusterNetwork(clusterNetwork())).toMatchObject({
      networkType: 'OVNKubernetes',
      clusterNetworks: [{ cidr: '10.128.0.0/14', hostPrefix: 23 }],
      serviceNetworks: ['172.30.0.0/16'],
      mtu: 1400,
      mtuMigrating: false,
    });
    const installing = {
      metadata: { name: 'cluster' },
      spec: { networkType: 'OVNKubernetes', serviceNetwork: ['172.30.0.0/16'] },
    };
    expect(readClusterNetwork(installing)).toMatchObject({
      networkType: 'OVNKubernetes',
      serviceNetworks: ['172.30.0.0/16'],
    });
  });

  test('an MTU migration under way', () => {
    const status = { migration: { mtu: { network: { from: 1400, to: 8900 } } } };
    expect(readClusterNetwork(clusterNetwork({ status }))?.mtuMigrating).toBe(true);
  });
});

test('readOperatorNetwork applies OVN-Kubernetes’ default subnets', () => {
  const read = (ovnKubernetesConfig: object) =>
    readOperatorNetwork(
      object('operator.openshift.io/v1', 'Network', 'cluster', {
        spec: { defaultNetwork: { ovnKubernetesConfig } },
      }),
    );
  expect(read({})).toMatchObject({ joinSubnet: '100.64.0.0/16', routingViaHost: false });
  expect(
    read({
      ipv4: { internalJoinSubnet: '100.70.0.0/16' },
      gatewayConfig: { routingViaHost: true },
    }),
  ).toMatchObject({ joinSubnet: '100.70.0.0/16', routingViaHost: true });
});

describe('readPod', () => {
  const pod = (path: string, labels: Record<string, string>, status: object = {}) =>
    readPod(object('v1', 'Pod', path, { meta: { labels }, status }));

  test('launcher and OVN-Kubernetes pods only', () => {
    expect(pod('ns/virt-launcher-a', { 'kubevirt.io': 'virt-launcher' })).toBeDefined();
    expect(pod('openshift-ovn-kubernetes/a', { app: 'ovnkube-node' })).toBeDefined();
    expect(pod('ns/a', { app: 'ovnkube-node' })).toBeUndefined();
    expect(pod('ns/a', {})).toBeUndefined();
  });

  test('ready only when every container is, restarts summed', () => {
    const containerStatuses = [
      { ready: true, restartCount: 2 },
      { ready: false, restartCount: 3, state: { waiting: { reason: 'CrashLoopBackOff' } } },
    ];
    expect(pod('ns/a', { 'kubevirt.io': 'virt-launcher' }, { containerStatuses })).toMatchObject({
      ready: false,
      restarts: 5,
      waiting: ['CrashLoopBackOff'],
    });
    expect(pod('ns/a', { 'kubevirt.io': 'virt-launcher' })?.ready).toBe(false);
  });
});

describe('readEvent', () => {
  test('the newest of its times', () => {
    const event = object('v1', 'Event', 'ns/e', {
      lastTimestamp: '2025-12-02T00:00:00Z',
      series: { lastObservedTime: '2025-12-03T00:00:00.000000Z' },
      involvedObject: { kind: 'Pod', namespace: 'ns', name: 'p', uid: 'u' },
      message: 'm',
    });
    expect(readEvent(event)).toMatchObject({
      at: Date.parse('2025-12-03T00:00:00Z'),
      message: 'm',
      involved: { kind: 'Pod', name: 'p' },
    });
  });

  test('the fields of events.k8s.io', () => {
    const event = object('events.k8s.io/v1', 'Event', 'ns/e', {
      regarding: { kind: 'Pod', name: 'p' },
      note: 'n',
    });
    expect(readEvent(event)).toMatchObject({ message: 'n', involved: { name: 'p' } });
  });
});

test.each([
  [[{ from: [{ podSelector: {} }] }], true],
  [[{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }], false],
  [[{}], false],
])('readMultiNetworkPolicy: ingress %j selects pods: %s', (ingress, expected) => {
  const policy = object('k8s.cni.cncf.io/v1beta1', 'MultiNetworkPolicy', 'ns/p', {
    meta: { annotations: { 'k8s.v1.cni.cncf.io/policy-for': 'a, ns/b' } },
    spec: { ingress },
  });
  expect(readMultiNetworkPolicy(policy)).toMatchObject({
    policyFor: ['a', 'ns/b'],
    selectsPods: expected,
  });
});

test('readKubeVirt and readDaemonSet', () => {
  const kubevirt = object('kubevirt.io/v1', 'KubeVirt', 'openshift-cnv/kv', {
    spec: {
      configuration: {
        evictionStrategy: 'LiveMigrate',
        developerConfiguration: { featureGates: ['A'] },
      },
    },
  });
  expect(readKubeVirt(kubevirt)).toMatchObject({
    evictionStrategy: 'LiveMigrate',
    featureGates: ['A'],
    observedVersion: '',
  });
  const daemonSet = object('apps/v1', 'DaemonSet', 'ns/d', {
    status: { desiredNumberScheduled: 3, numberReady: 2 },
  });
  expect(readDaemonSet(daemonSet)).toMatchObject({ desired: 3, ready: 2 });
});
