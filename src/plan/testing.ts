/** The small healthy cluster as a graph, with a free NIC on each worker: what plan tests start from. */
import { healthyCluster, workerState, WORKERS } from '../../dev/test/makeClusterHealthy';
import { snapshot, withObjects } from '../../dev/test/makeCluster';
import type { NicOptions } from '../../dev/test/makeClusterInterfaces';
import type { KubeObject } from '../cluster/kubeObject';
import { buildGraph } from '../network/buildGraph';
import type { NetworkGraph } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';

const uplink = (node: string): NicOptions => ({
  name: 'ens224',
  lldp: { port: `Ethernet-${node}`, vlans: [100, 200] },
});

/** `ens256` is free; `ens224` is the uplink of br-vmdata; `ens192` is under br-ex. */
export const clusterWithFreeNic = (): readonly KubeObject[] =>
  withObjects(
    healthyCluster(),
    ...WORKERS.map((name) => workerState(name, { nics: [uplink(name), 'ens256'] })),
  );

export const graphOf = (objects: Iterable<KubeObject>): NetworkGraph =>
  buildGraph(snapshot(objects));

/** Attaches ns1/web to VLAN 200 over br-vmdata unless the test says otherwise. */
export const intent = (change: Partial<AttachIntent> = {}): AttachIntent => ({
  jobId: 'job-1',
  flow: 'dedicatedNic',
  nodeSelector: { 'node-role.kubernetes.io/worker': '' },
  uplink: { type: 'existingBridge', bridge: 'br-vmdata' },
  vlan: 200,
  addressing: { type: 'outside' },
  networkName: 'vlan-200',
  projects: ['ns1'],
  vms: [{ namespace: 'ns1', name: 'web' }],
  ...change,
});
