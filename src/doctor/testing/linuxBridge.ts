/**
 * The healthy cluster with a Linux bridge `br1` on a third NIC of its workers, and a VLAN NAD
 * `ns1/lan` on it. Options take parts of it away.
 */
import { node } from '../../../dev/test/makeCluster';
import { WORKERS, workerState } from '../../../dev/test/makeClusterHealthy';
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../../cluster/kubeObject';
import { healthyObjects } from './healthyObjects';

export interface LinuxBridgeOptions {
  /** Workers that have the bridge; both unless said. */
  readonly on?: readonly string[];
  /** Workers whose allocatable offers it; those that have it, unless said. */
  readonly offeredBy?: readonly string[];
  /** VLAN filtering of the uplink port; the operator's default unless said. */
  readonly portVlan?: Record<string, unknown>;
  readonly resource?: boolean;
  readonly annotations?: Record<string, string>;
}

const ALL_VLANS = { mode: 'trunk', 'trunk-tags': [{ 'id-range': { min: 2, max: 4094 } }] };

/** The cluster's objects, `changed` among them. */
export const linuxBridgeCluster = (
  options: LinuxBridgeOptions = {},
  ...changed: readonly KubeObject[]
): KubeObject[] => {
  const on = options.on ?? WORKERS;
  const offeredBy = options.offeredBy ?? on;
  const port = { name: 'ens256', vlan: options.portVlan ?? ALL_VLANS };
  return healthyObjects(
    ...WORKERS.map((name) =>
      node(name, {
        allocatable: offeredBy.includes(name) ? { 'bridge.network.kubevirt.io/br1': '1k' } : {},
      }),
    ),
    ...WORKERS.map((name) =>
      workerState(name, {
        nics: ['ens224', 'ens256'],
        bridges: [
          {
            name: 'br-vmdata',
            ports: ['ens224'],
            live: name === 'worker-0' ? ['vlan-100'] : [],
          },
          ...(on.includes(name) ? [{ name: 'br1', linux: true, ports: [port] }] : []),
        ],
      }),
    ),
    bridgeNad('ns1/lan', {
      bridge: 'br1',
      vlan: 200,
      resource: options.resource,
      annotations: options.annotations,
    }),
    ...changed,
  );
};
