/**
 * The virt-launcher Pod of an instance, with the Multus and OVN annotations a plumbed pod carries.
 * Source: kubevirt pkg/virt-controller/services/template.go, multus network-status,
 * ovn-kubernetes go-controller/pkg/util/pod_annotation.go.
 */
import { stableHex } from '../nmstate/stableHash';
import { podInterfaceName } from './interfaceStatus';
import { nadKeyText, resolveNad } from './nadReference';
import type { InterfaceStatus, Pod, Vmi, VmNetwork } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

interface Attachment {
  network: VmNetwork;
  nad: { namespace: string; name: string };
  mac: string | undefined;
}

function secondaries(vmi: Vmi): Attachment[] {
  const macs = new Map(interfacesOf(vmi.spec).map((iface) => [iface.name, iface.macAddress]));
  const absent = new Set(
    interfacesOf(vmi.spec).flatMap((iface) => (iface.state === 'absent' ? [iface.name] : [])),
  );
  return networksOf(vmi.spec).flatMap((network) => {
    if (!network.multus || absent.has(network.name)) return [];
    const nad = resolveNad(vmi.metadata.namespace ?? '', network.multus.networkName);
    return [{ network, nad, mac: macs.get(network.name) }];
  });
}

/** Extended resources the pod asks for, from the resourceName annotations of its NADs. */
export type ResourceRequests = Readonly<Record<string, number>>;

export function launcherName(vmi: Vmi, attempt: number): string {
  const seed = `${vmi.metadata.uid}/${attempt}`;
  return `virt-launcher-${vmi.metadata.name}-${stableHex(seed, 5)}`;
}

/** The pod as virt-controller creates it: not yet scheduled, Pending. */
export function launcherPod(vmi: Vmi, name: string, requests: ResourceRequests = {}): Pod {
  const { uid = '', namespace = '' } = vmi.metadata;
  const networks = secondaries(vmi).map(({ network, nad, mac }) => ({
    name: nad.name,
    namespace: nad.namespace,
    ...(mac === undefined ? {} : { mac }),
    interface: podInterfaceName(network),
  }));
  const extended = Object.fromEntries(
    Object.entries(requests).map(([resource, count]) => [resource, String(count)]),
  );
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      labels: {
        'kubevirt.io': 'virt-launcher',
        'kubevirt.io/created-by': uid,
        'vm.kubevirt.io/name': vmi.metadata.name,
        'vmi.kubevirt.io/id': vmi.metadata.name,
      },
      annotations: {
        'kubevirt.io/domain': vmi.metadata.name,
        ...(networks.length > 0 ? { 'k8s.v1.cni.cncf.io/networks': JSON.stringify(networks) } : {}),
      },
      ownerReferences: [
        {
          apiVersion: 'kubevirt.io/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'VirtualMachineInstance',
          name: vmi.metadata.name,
          uid,
        },
      ],
    },
    spec: {
      containers: [
        {
          name: 'compute',
          image: 'registry.example.com/container-native-virtualization/virt-launcher-rhel9',
          resources: {
            limits: { 'devices.kubevirt.io/kvm': '1', ...extended },
            requests: { cpu: '200m', 'devices.kubevirt.io/kvm': '1', ...extended },
          },
        },
      ],
      restartPolicy: 'Never',
    },
    status: { phase: 'Pending' },
  };
}

/** What the CNI writes on the pod once every network is plumbed. */
export function plumbedAnnotations(
  vmi: Vmi,
  interfaces: readonly InterfaceStatus[],
): Record<string, string> {
  const byName = new Map(interfaces.map((entry) => [entry.name, entry]));
  const attached = secondaries(vmi);
  const podNetwork = interfaces.find((entry) => entry.podInterfaceName === 'eth0');
  const status = [
    {
      name: 'ovn-kubernetes',
      interface: 'eth0',
      ips: podNetwork?.ipAddresses ?? [],
      default: true,
    },
    ...attached.map(({ network, nad, mac }) => ({
      name: nadKeyText(nad),
      interface: podInterfaceName(network),
      mac,
      ips: byName.get(network.name)?.ipAddresses,
      dns: {},
    })),
  ];
  const addresses = podNetwork?.ipAddresses?.map((ip) => `${ip}/23`) ?? [];
  const ovn = Object.fromEntries<object>([
    ['default', { ip_addresses: addresses, role: 'primary' }],
    ...attached.map(({ nad, mac }): [string, object] => [
      nadKeyText(nad),
      { mac_address: mac, role: 'secondary' },
    ]),
  ]);
  return {
    'k8s.v1.cni.cncf.io/network-status': JSON.stringify(status),
    'k8s.ovn.org/pod-networks': JSON.stringify(ovn),
  };
}

/** Status of a pod whose containers run. */
export function runningPodStatus(podIp: string, hostIp: string, at: string): Pod['status'] {
  const condition = (type: string) => ({ lastTransitionTime: at, status: 'True', type });
  return {
    phase: 'Running',
    podIP: podIp,
    podIPs: [{ ip: podIp }],
    hostIP: hostIp,
    startTime: at,
    conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(condition),
    containerStatuses: [
      {
        name: 'compute',
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: at } },
      },
    ],
  };
}
