/**
 * A Node as an OpenShift cluster with OVN-Kubernetes and OpenShift Virtualization has it: labels,
 * all OVN annotations, conditions, addresses and allocatable resources.
 * Source: ovn-kubernetes go-controller/pkg/util/node_annotations.go and real Node objects.
 */
import { stableMac } from '../operators/nmstate/stableHash';
import type { NodeObject } from '../operators/nmstateTypes';
import { LLDP_ANNOTATION } from '../operators/nodeFacts';
import type { ClusterPlan, NodePlan } from './clusterPlan';
import { stableUid, stamped, TIMES } from './stampMetadata';

/** The /23 of the cluster network 10.128.0.0/14 that OVN gives a node, by node id. */
export function nodeSubnet(id: number): {
  cidr: string;
  prefix: string;
  gateway: string;
  port: string;
} {
  const third = (id * 2) % 256;
  const prefix = `10.${128 + Math.floor((id * 2) / 256)}.${third}`;
  return { cidr: `${prefix}.0/23`, prefix, gateway: `${prefix}.1`, port: `${prefix}.2` };
}

/** The MAC address of a physical NIC. */
export const nicMac = (node: string, nic: string) => stableMac('00:50:56', `${node}/${nic}`);

/** `100.64.0.0/16` and `100.88.0.0/16` addresses of a node, by node id. */
const sharedAddress = (network: string, id: number) =>
  `${network}.${Math.floor(id / 256)}.${id % 256}/16`;

function ovnAnnotations(node: NodePlan, { machineNetwork }: ClusterPlan): Record<string, string> {
  const address = `${node.ip}/${machineNetwork.prefix}`;
  const vlan = node.vlans?.find((entry) => entry.name === node.uplink);
  const gateway = {
    mode: 'shared',
    'bridge-id': 'br-ex',
    'interface-id': `br-ex_${node.name}`,
    'mac-address': nicMac(node.name, firstNic(node)).toLowerCase(),
    'ip-addresses': [address],
    'ip-address': address,
    'next-hops': [machineNetwork.gateway],
    'next-hop': machineNetwork.gateway,
    'node-port-enable': 'true',
    'vlan-id': String(vlan?.id ?? 0),
  };
  const json = JSON.stringify;
  return {
    'k8s.ovn.org/host-cidrs': json([address]),
    'k8s.ovn.org/l3-gateway-config': json({ default: gateway }),
    'k8s.ovn.org/node-chassis-id': stableUid(`chassis/${node.name}`),
    'k8s.ovn.org/node-encap-ips': json([node.ip]),
    'k8s.ovn.org/node-gateway-router-lrp-ifaddrs': json({
      default: { ipv4: sharedAddress('100.64', node.id) },
    }),
    'k8s.ovn.org/node-id': String(node.id),
    'k8s.ovn.org/node-masquerade-subnet': json({ ipv4: '169.254.0.0/17', ipv6: 'fd69::/112' }),
    'k8s.ovn.org/node-primary-ifaddr': json({ ipv4: address }),
    'k8s.ovn.org/node-subnets': json({ default: [nodeSubnet(node.id).cidr] }),
    'k8s.ovn.org/node-transit-switch-port-ifaddr': json({
      ipv4: sharedAddress('100.88', node.id),
    }),
    'k8s.ovn.org/zone-name': node.name,
    'machineconfiguration.openshift.io/state': 'Done',
  };
}

/** The physical NIC that lends br-ex its address. */
export function firstNic(node: NodePlan): string {
  const base = node.vlans?.find((vlan) => vlan.name === node.uplink)?.base ?? node.uplink;
  return node.bonds?.find((bond) => bond.name === base)?.members[0] ?? base;
}

const common = (name: string) => ({
  'beta.kubernetes.io/arch': 'amd64',
  'beta.kubernetes.io/os': 'linux',
  'kubernetes.io/arch': 'amd64',
  'kubernetes.io/hostname': name,
  'kubernetes.io/os': 'linux',
  'node.openshift.io/os_id': 'rhel',
});

function roleLabels(node: NodePlan): Record<string, string> {
  if (node.role === 'worker') {
    return { 'kubevirt.io/schedulable': 'true', 'node-role.kubernetes.io/worker': '' };
  }
  return {
    'kubevirt.io/schedulable': 'false',
    'node-role.kubernetes.io/control-plane': '',
    'node-role.kubernetes.io/master': '',
  };
}

/**
 * @param neighbors what the switch sends to each NIC, so that turning LLDP on shows it
 * @param bridges Linux bridges of the node, which bridge-marker offers as resources
 */
export function buildNode(
  node: NodePlan,
  plan: ClusterPlan,
  { neighbors, bridges }: { neighbors: Record<string, unknown[]>; bridges: readonly string[] },
): NodeObject {
  const isWorker = node.role === 'worker';
  const resources: Record<string, string> = {
    cpu: '15500m',
    memory: '64328112Ki',
    pods: '250',
    ...(isWorker
      ? {
          'devices.kubevirt.io/kvm': '1k',
          'devices.kubevirt.io/tun': '1k',
          'devices.kubevirt.io/vhost-net': '1k',
        }
      : {}),
    ...Object.fromEntries(bridges.map((name) => [`bridge.network.kubevirt.io/${name}`, '1k'])),
    ...node.resources,
  };
  return stamped(
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: node.name,
        annotations: {
          ...ovnAnnotations(node, plan),
          ...(Object.keys(neighbors).length > 0
            ? { [LLDP_ANNOTATION]: JSON.stringify(neighbors) }
            : {}),
        },
        labels: { ...common(node.name), ...roleLabels(node), ...node.labels },
      },
      spec: {
        providerID: `baremetalhost:///openshift-machine-api/${node.name}`,
        ...(isWorker
          ? {}
          : { taints: [{ effect: 'NoSchedule', key: 'node-role.kubernetes.io/master' }] }),
      },
      status: {
        addresses: [
          { address: node.ip, type: 'InternalIP' },
          { address: node.name, type: 'Hostname' },
        ],
        allocatable: resources,
        capacity: { ...resources, cpu: '16' },
        conditions: nodeConditions(),
        nodeInfo: {
          architecture: 'amd64',
          containerRuntimeVersion: 'cri-o://1.32.6',
          kernelVersion: '5.14.0-570.42.2.el9_6.x86_64',
          kubeletVersion: 'v1.32.7',
          operatingSystem: 'linux',
          osImage: 'Red Hat Enterprise Linux CoreOS 9.6.20250826-1',
        },
      },
    },
    TIMES.installed,
  );
}

function nodeConditions() {
  const row = (type: string, status: string, reason: string, message: string) => ({
    lastHeartbeatTime: TIMES.heartbeat,
    lastTransitionTime: TIMES.installed,
    message,
    reason,
    status,
    type,
  });
  return [
    row(
      'MemoryPressure',
      'False',
      'KubeletHasSufficientMemory',
      'kubelet has sufficient memory available',
    ),
    row('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
    row('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'),
    row('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
  ];
}
