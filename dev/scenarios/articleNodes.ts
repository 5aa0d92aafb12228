/**
 * The nodes of the article's cluster: three control-plane nodes with one NIC, three workers of the
 * machine set `hub-tq2sk-cnv` with ens192 under br-ex, ens224 on the VLAN trunk and ens256 free.
 */
import type { NicPlan, NodePlan, SwitchPortPlan } from './clusterPlan';

export const MACHINE_NETWORK = { prefix: 24, gateway: '192.168.4.1' } as const;

export const WORKERS = [
  'hub-tq2sk-cnv-99zmp',
  'hub-tq2sk-cnv-jn4f8',
  'hub-tq2sk-cnv-xcxw2',
] as const;

export const MACHINE_SET = { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' };

/** VLANs of the lab's trunk; the machine network is native there. */
export const TRUNK = [1924, 1926] as const;

export function switchPort(index: number, lane: number, heard: boolean): SwitchPortPlan {
  return {
    system: 'sw-rack1.lab.example.com',
    chassis: '5C:45:27:11:08:40',
    port: `ge-0/0/${index * 4 + lane}`,
    vlans: TRUNK,
    heard,
  };
}

export const nic = (name: string, rest: Partial<NicPlan> = {}): NicPlan => ({
  name,
  speed: 10000,
  ...rest,
});

/** Three control-plane nodes with one NIC under br-ex. */
export function controlPlane(prefix: string, uplink = 'ens192'): NodePlan[] {
  return [0, 1, 2].map((index) => ({
    name: `${prefix}-${index}`,
    role: 'control-plane',
    id: index + 2,
    ip: `192.168.4.${11 + index}`,
    nics: [nic(uplink, { switchPort: switchPort(index, 0, true) })],
    uplink,
    podVeths: 3,
  }));
}

export function articleNodes(): NodePlan[] {
  const workers = WORKERS.map((name, index): NodePlan => ({
    name,
    role: 'worker',
    id: index + 5,
    ip: `192.168.4.${31 + index}`,
    nics: [
      nic('ens192', { switchPort: switchPort(index + 3, 0, true) }),
      nic('ens224', { switchPort: switchPort(index + 3, 1, false) }),
      nic('ens256', { switchPort: switchPort(index + 3, 2, false) }),
    ],
    uplink: 'ens192',
    labels: MACHINE_SET,
    podVeths: 2,
  }));
  return [...controlPlane('hub-tq2sk-master'), ...workers];
}
