/**
 * The KubeVirt half of a settled cluster: VMs with MAC addresses and status, their instances, and
 * the launcher pods; and what each node carries for them.
 */
import { buildInstance, runningStatus } from '../operators/kubevirt/buildInstance';
import {
  launcherName,
  launcherPod,
  plumbedAnnotations,
  runningPodStatus,
} from '../operators/kubevirt/launcherPod';
import { machineStatus } from '../operators/kubevirt/machineStatus';
import { withMacs } from '../operators/kubevirt/macPool';
import type { Pod, VirtualMachine, Vmi } from '../operators/kubevirt/vmTypes';
import { networksOf } from '../operators/kubevirt/vmTypes';
import { nodeSubnet } from './buildNode';
import type { ClusterPlan, NodePlan } from './clusterPlan';
import { stableUid, stamped, stampedAsWritten, TIMES } from './stampMetadata';

export interface SettledMachines {
  machines: VirtualMachine[];
  instances: Vmi[];
  pods: Pod[];
}

/** First host number that pods get; the ones below belong to OVN. */
const FIRST_POD_HOST = 10;

/** Hands out pod addresses of each node's /23 in order. */
class PodAddresses {
  private readonly given = new Map<string, number>();

  next(node: NodePlan): string {
    const host = this.given.get(node.name) ?? FIRST_POD_HOST;
    this.given.set(node.name, host + 1);
    const [first = '10', second = '128', third = '0'] = nodeSubnet(node.id).prefix.split('.');
    return `${first}.${second}.${Number(third) + Math.floor(host / 256)}.${host % 256}`;
  }
}

export function settleMachines(
  written: readonly VirtualMachine[],
  { nodes, placement, addresses = {} }: ClusterPlan,
): SettledMachines {
  const settled: SettledMachines = { machines: [], instances: [], pods: [] };
  const nodesByName = new Map(nodes.map((node) => [node.name, node]));
  const podAddresses = new PodAddresses();
  const macs = new Set<string>();
  for (const document of written) {
    const vm = withAddresses(stampedAsWritten(document, TIMES.written), macs);
    const key = `${vm.metadata.namespace}/${vm.metadata.name}`;
    const node = nodesByName.get(placement[key] ?? '');
    if (!node) {
      settled.machines.push({ ...vm, status: machineStatus(vm, undefined, { at: TIMES.written }) });
      continue;
    }
    const ips = Object.fromEntries(
      networksOf(vm.spec?.template?.spec).flatMap((network) => {
        const ip = network.pod ? podAddresses.next(node) : addresses[`${key}/${network.name}`];
        return ip === undefined ? [] : [[network.name, ip]];
      }),
    );
    const { vmi, pod } = run(vm, node, ips);
    settled.machines.push({ ...vm, status: machineStatus(vm, vmi, { at: TIMES.started }) });
    settled.instances.push(vmi);
    settled.pods.push(pod);
  }
  return settled;
}

function withAddresses(vm: VirtualMachine, macs: Set<string>): VirtualMachine {
  const template = vm.spec?.template;
  if (!template?.spec.domain.devices.interfaces) return vm;
  const { spec } = template;
  const devices = { ...spec.domain.devices, interfaces: withMacs(vm, macs) };
  const filled = { ...template, spec: { ...spec, domain: { ...spec.domain, devices } } };
  return { ...vm, spec: { ...vm.spec, template: filled } };
}

function run(
  vm: VirtualMachine,
  node: NodePlan,
  ips: Record<string, string>,
): { vmi: Vmi; pod: Pod } {
  const bare = stamped(buildInstance(vm), TIMES.started);
  const name = launcherName(bare, 0);
  const podUid = stableUid(`Pod/${bare.metadata.namespace}/${name}`);
  const status = runningStatus(bare, { node: node.name, podUid, ips, at: TIMES.started });
  const labels = { ...bare.metadata.labels, 'kubevirt.io/nodeName': node.name };
  const vmi: Vmi = { ...bare, metadata: { ...bare.metadata, labels }, status };
  const created = stamped(launcherPod(vmi, name), TIMES.started);
  const podNetwork = networksOf(vmi.spec).find((network) => network.pod);
  const podIp = (podNetwork && ips[podNetwork.name]) ?? node.ip;
  const pod: Pod = {
    ...created,
    metadata: {
      ...created.metadata,
      uid: podUid,
      annotations: {
        ...created.metadata.annotations,
        ...plumbedAnnotations(vmi, status.interfaces ?? []),
      },
    },
    spec: { ...created.spec, nodeName: node.name },
    status: runningPodStatus(podIp, node.ip, TIMES.started),
  };
  return { vmi, pod };
}
