/**
 * A small cluster in which everything works: one control-plane node, two workers with an OVS
 * bridge on their second NIC, a localnet mapped to it, one VLAN network, and one VM on it. A
 * test of a rule changes one thing and expects that rule alone.
 */
import type { KubeObject } from '../../src/cluster/kubeObject';
import { clusterNetwork, namespace, nns, node, object } from './makeCluster';
import type { NnsOptions } from './makeCluster';
import { nncp, nnce, ovnNad, ovsBridgeWanted } from './makeClusterPolicies';
import { vm, vmi } from './makeClusterVms';

export const WORKERS = ['worker-0', 'worker-1'] as const;
export const CONTROL_PLANE = 'master-0';

const workerIp = (name: string): string => (name === 'worker-0' ? '192.168.4.11' : '192.168.4.12');

/** A worker's state; options override the parts they name. */
export const workerState = (name: string, options: NnsOptions = {}): KubeObject =>
  nns(name, {
    ip: workerIp(name),
    nics: [
      {
        name: 'ens224',
        lldp: {
          port: `Ethernet${name === 'worker-0' ? 1 : 2}`,
          vlans: [100, 200],
          maxFrame: 9216,
        },
      },
    ],
    bridges: [
      {
        name: 'br-vmdata',
        ports: ['ens224'],
        live: name === 'worker-0' ? ['vlan-100'] : [],
      },
    ],
    mappings: { vmdata: 'br-vmdata' },
    ...options,
  });

/** The policy that made bridge and mapping on the workers. */
export const bridgePolicy = (): KubeObject =>
  nncp('br-vmdata', {
    interfaces: ovsBridgeWanted('br-vmdata', ['ens224']),
    mappings: { vmdata: 'br-vmdata' },
  });

/** Fresh objects on every call, so that a test may change them. */
export const healthyCluster = (): KubeObject[] => [
  clusterNetwork(),
  object('nmstate.io/v1', 'NMState', 'nmstate'),
  object('kubevirt.io/v1', 'KubeVirt', 'openshift-cnv/kubevirt', {
    spec: { configuration: { evictionStrategy: 'LiveMigrate', vmRolloutStrategy: 'LiveUpdate' } },
    status: { observedKubeVirtVersion: 'v1.6.0' },
  }),
  object('apps/v1', 'DaemonSet', 'openshift-nmstate/nmstate-handler', {
    status: { desiredNumberScheduled: 3, numberReady: 3 },
  }),
  object('apps/v1', 'DaemonSet', 'openshift-ovn-kubernetes/ovnkube-node', {
    status: { desiredNumberScheduled: 3, numberReady: 3 },
  }),
  node(CONTROL_PLANE, { controlPlane: true, ip: '192.168.4.10' }),
  ...WORKERS.map((name) => node(name, { ip: workerIp(name) })),
  nns(CONTROL_PLANE, { ip: '192.168.4.10' }),
  ...WORKERS.map((name) => workerState(name)),
  bridgePolicy(),
  ...WORKERS.map((name) => nnce(name, 'br-vmdata')),
  ...['default', 'ns1', 'ns2', 'openshift-cnv'].map((name) => namespace(name)),
  ovnNad('ns1/vlan-100', { config: { physicalNetworkName: 'vmdata', vlanID: 100 } }),
  vm('ns1/web', { nics: ['vlan-100'] }),
  vmi('ns1/web', { nics: [{ name: 'net1', nad: 'vlan-100', ips: ['10.100.0.5'] }] }),
];
