/**
 * A realistic, healthy cluster of any size: workers of one shape with OVS bridges on their data NICs,
 * localnet networks by NADs and by ClusterUserDefinedNetworks, VMs with a pod NIC and one secondary
 * NIC. Deterministic for a seed and free of Node.js API, so that benches and tools can use it.
 * Design point: 500 nodes, 10,000 VMs, 200 CUDNs, 1,000 NADs, 5,000 enactments.
 */
import type { KubeObject } from '../api-server/kubeObject';
import type { DesiredState, Policy } from '../operators/nmstateTypes';
import type { Cudn, Nad } from '../operators/ovn/ovnTypes';
import type { NicPlan, NodePlan } from './clusterPlan';
import { generateMachines } from './generateMachines';
import type { ClusterSize } from './clusterSize';
import { namespaceName, padded, selectedBy } from './clusterSize';
import { settleCluster } from './settleCluster';

const MAX_BRIDGES = 9;
const FIRST_NAD_VLAN = 100;
const FIRST_CUDN_VLAN = 2100;
const LAST_VLAN = 4094;

const networkName = (index: number) => `net-${padded(index, 4)}`;
const cudnName = (index: number) => `cudn-${padded(index, 3)}`;
const selectorLabel = (cudn: number) => `network.example.com/${cudnName(cudn)}`;
const vlanFrom = (first: number, index: number) => first + (index % (LAST_VLAN - first));

/** Which bridge carries a network, by turns. */
const bridgeOf = (index: number, bridges: number) => index % Math.max(1, bridges);

export function generateCluster(size: ClusterSize): KubeObject[] {
  const bridges = Math.min(MAX_BRIDGES, size.nicsPerNode - 1);
  const nodes = buildNodes(size, bridges);
  const workers = nodes.filter(({ role }) => role === 'worker').map(({ name }) => name);
  const nads = bridges > 0 ? buildNads(size, bridges) : [];
  const cudns = bridges > 0 ? buildCudns(size, bridges) : [];
  const { machines, placement, addresses } = generateMachines({ size, workers, nads, cudns });
  return settleCluster({
    nodes,
    documents: [
      ...buildNamespaces(size),
      ...buildPolicies(bridges),
      ...nads,
      ...cudns,
      ...machines,
    ],
    machineNetwork: { prefix: 22, gateway: '192.168.0.1' },
    placement,
    addresses,
    launcherPods: 'left out',
  });
}

function buildNamespaces(size: ClusterSize): KubeObject[] {
  const labels: Record<string, string>[] = Array.from({ length: size.namespaces }, () => ({}));
  for (let cudn = 0; cudn < size.cudns; cudn += 1) {
    for (const namespace of selectedBy(cudn, size)) {
      const found = labels[namespace];
      if (found) found[selectorLabel(cudn)] = 'true';
    }
  }
  return labels.map((own, index) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespaceName(index), labels: own },
  }));
}

/** Two sockets of on-board NICs, then cards: names as systemd gives them. */
const nicName = (index: number) =>
  index < 4 ? `eno${index + 1}` : `enp${65 + Math.floor((index - 4) / 4)}s0f${(index - 4) % 4}`;

function buildNodes(size: ClusterSize, bridges: number): NodePlan[] {
  const masters = Math.min(3, Math.max(0, size.nodes - 1));
  return Array.from({ length: size.nodes }, (_unused, index): NodePlan => {
    const isMaster = index < masters;
    const address = index + 10;
    return {
      name: isMaster ? `master-${index}` : `worker-${padded(index - masters, 3)}`,
      role: isMaster ? 'control-plane' : 'worker',
      id: index + 2,
      ip: `192.168.${1 + Math.floor(address / 256)}.${address % 256}`,
      nics: Array.from({ length: isMaster ? 1 : size.nicsPerNode }, (_none, nic) =>
        buildNic(nic, index, bridges, size),
      ),
      uplink: nicName(0),
    };
  });
}

function buildNic(nic: number, node: number, bridges: number, size: ClusterSize): NicPlan {
  const name = nicName(nic);
  const isUplink = nic > 0 && nic <= bridges;
  if (!isUplink) return { name, speed: 25000, driver: 'ice' };
  const rack = Math.floor(node / 20);
  return {
    name,
    speed: 25000,
    driver: 'ice',
    switchPort: {
      system: `leaf-${padded(rack, 2)}.example.com`,
      chassis: `5C:45:27:00:${padded(rack, 2)}:${padded(nic, 2)}`,
      port: `et-0/${node % 20}/${nic}`,
      vlans: vlansOf(nic - 1, bridges, size),
      heard: true,
    },
  };
}

/** Every VLAN of the networks on one bridge. */
function vlansOf(bridge: number, bridges: number, size: ClusterSize): number[] {
  const vlans: number[] = [];
  for (let index = bridge; index < size.networks; index += bridges) {
    vlans.push(vlanFrom(FIRST_NAD_VLAN, index));
  }
  for (let index = bridge; index < size.cudns; index += bridges) {
    vlans.push(vlanFrom(FIRST_CUDN_VLAN, index));
  }
  return vlans;
}

function policy(name: string, desiredState: DesiredState): Policy {
  return {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name },
    spec: {
      nodeSelector: { 'node-role.kubernetes.io/worker': '' },
      maxUnavailable: 1,
      desiredState,
    },
  };
}

function buildPolicies(bridges: number): Policy[] {
  const names = Array.from({ length: bridges }, (_unused, index) => `br-data-${index}`);
  const policies = names.map((name, index) => policy(name, bridgeState(name, index)));
  const uplinks = names.map((_name, index) => ({
    name: nicName(index + 1),
    type: 'ethernet',
    state: 'up',
    lldp: { enabled: true },
  }));
  return bridges > 0 ? [...policies, policy('lldp-uplinks', { interfaces: uplinks })] : [];
}

function bridgeState(name: string, index: number): DesiredState {
  return {
    interfaces: [
      {
        name,
        type: 'ovs-bridge',
        state: 'up',
        bridge: {
          'allow-extra-patch-ports': true,
          options: { stp: false, 'mcast-snooping-enable': true },
          port: [{ name: nicName(index + 1) }, { name }],
        },
      },
      {
        name,
        type: 'ovs-interface',
        state: 'up',
        ipv4: { enabled: false },
        ipv6: { enabled: false },
      },
    ],
    ovn: { 'bridge-mappings': [{ localnet: `data-${index}`, bridge: name, state: 'present' }] },
  };
}

function buildNads({ nads, networks, namespaces }: ClusterSize, bridges: number): Nad[] {
  const made = new Map<string, Nad>();
  for (let index = 0; index < nads && networks > 0; index += 1) {
    const network = index % networks;
    const namespace = namespaceName((network + Math.floor(index / networks)) % namespaces);
    const name = networkName(network);
    const config = {
      cniVersion: '0.4.0',
      name,
      type: 'ovn-k8s-cni-overlay',
      topology: 'localnet',
      physicalNetworkName: `data-${bridgeOf(network, bridges)}`,
      netAttachDefName: `${namespace}/${name}`,
      vlanID: vlanFrom(FIRST_NAD_VLAN, network),
      mtu: 1500,
    };
    made.set(`${namespace}/${name}`, {
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: { name, namespace },
      spec: { config: JSON.stringify(config) },
    });
  }
  return [...made.values()];
}

function buildCudns({ cudns }: ClusterSize, bridges: number): Cudn[] {
  return Array.from({ length: cudns }, (_unused, index) => ({
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'ClusterUserDefinedNetwork',
    metadata: { name: cudnName(index) },
    spec: {
      namespaceSelector: { matchLabels: { [selectorLabel(index)]: 'true' } },
      network: {
        topology: 'Localnet',
        localnet: {
          role: 'Secondary',
          physicalNetworkName: `data-${bridgeOf(index, bridges)}`,
          ipam: { mode: 'Disabled' },
          mtu: 1500,
          vlan: { mode: 'Access', access: { id: vlanFrom(FIRST_CUDN_VLAN, index) } },
        },
      },
    },
  }));
}
