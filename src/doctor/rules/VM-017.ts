/**
 * VM-017: a guest that is on the pod network too cannot reach both its own network and a cluster
 * range that overlaps it.
 */
import { cidrsOverlap, parseCidr } from '../../cluster/cidr';
import type { Cidr } from '../../cluster/cidr';
import { DEFAULT_JOIN_SUBNET, DEFAULT_TRANSIT_SUBNET } from '../../cluster/ovnNames';
import { Shared } from '../../cluster/shared';
import { text } from '../../cluster/text';
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { isLocalAddress } from '../facts/guestAddresses';
import { perGraph } from '../facts/perGraph';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';
import { asOvn } from '../nadFacts';
import { vnicLabel } from '../vmFacts';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-017';
const MASQUERADE_SUBNET = '169.254.0.0/17';

interface Range {
  readonly name: string;
  readonly cidr: Cidr;
}

const clusterRanges = perGraph(
  (graph): readonly Range[] => {
    const names: string[] = [];
    for (const network of graph.snapshot.clusterNetworks.items.values()) {
      names.push(...network.clusterNetworks.map(({ cidr }) => cidr), ...network.serviceNetworks);
    }
    const operator = [...graph.snapshot.operatorNetworks.items.values()][0];
    names.push(operator?.joinSubnet || DEFAULT_JOIN_SUBNET);
    names.push(operator?.transitSubnet || DEFAULT_TRANSIT_SUBNET);
    names.push(MASQUERADE_SUBNET);
    return names.flatMap((name) => {
      const cidr = parseCidr(name);
      return cidr === undefined ? [] : [{ name, cidr }];
    });
  },
  { of: ['clusterNetworks', 'operatorNetworks'] },
);

const hasPodNetwork = (vm: VmView): boolean =>
  vm.vnics.some((vnic) => vnic.network?.source.type === 'pod');

interface Overlap {
  readonly address: string;
  readonly range: string;
}

const NONE: readonly string[] = [];

const overlapWith = (address: string, ranges: readonly Range[]): Overlap | undefined => {
  const cidr = parseCidr(address);
  if (cidr === undefined) return undefined;
  for (const range of ranges) {
    if (cidrsOverlap(range.cidr, cidr)) return { address, range: range.name };
  }
  return undefined;
};

const overlapOf = (addresses: readonly string[], ranges: readonly Range[]): Overlap | undefined => {
  for (const address of addresses) {
    const overlap = overlapWith(address, ranges);
    if (overlap !== undefined) return overlap;
  }
  return undefined;
};

/** Of the subnets of a NAD, the first that a cluster range overlaps. */
const overlapOfNad = (
  graph: NetworkGraph,
  key: string,
  ranges: readonly Range[],
): Overlap | undefined => {
  const nad = graph.snapshot.nads.items.get(key);
  return nad === undefined ? undefined : overlapOf(asOvn(nad)?.plugin.subnets ?? NONE, ranges);
};

/** Of the addresses that a secondary NIC has, the first that a cluster range overlaps. */
const overlapAt = (vnic: VnicView, ranges: readonly Range[]): Overlap | undefined => {
  for (const ip of vnic.status?.ips ?? NONE) {
    // A guest without a DHCP answer gives itself a link-local address: no plan of anybody's.
    const overlap = isLocalAddress(ip) ? undefined : overlapWith(ip, ranges);
    if (overlap !== undefined) return overlap;
  }
  return undefined;
};

const toFault = (vm: VmView, vnic: VnicView, overlap: Overlap): Fault =>
  fault({
    severity: 'warning',
    subject: vnic.id,
    related: [vm.id],
    message: text('{{vnic}} has {{address}}, which overlaps the cluster range {{range}}.', {
      vnic: vnicLabel(vnic),
      ...overlap,
    }),
    symptom: text('The guest cannot reach one of the two.'),
    fix: text('Use other addresses on this network, or take the pod network from the VM.'),
  });

const judgeVm = (
  vm: VmView,
  ranges: readonly Range[],
  ofNads: Shared<Overlap | undefined>,
): readonly Fault[] | undefined => {
  if (!hasPodNetwork(vm)) return undefined;
  let faults: Fault[] | undefined;
  // Network data of cloud-init names guest interfaces, not ours: it is held against the first NIC.
  let cloudInit = vm.vm?.cloudInitAddresses ?? NONE;
  for (const vnic of vm.vnics) {
    if (vnic.nadKey === undefined) continue;
    const overlap =
      overlapAt(vnic, ranges) ?? ofNads.of(vnic.nadKey) ?? overlapOf(cloudInit, ranges);
    cloudInit = NONE;
    if (overlap !== undefined) (faults ??= []).push(toFault(vm, vnic, overlap));
  }
  return faults;
};

export const VM_017: Rule = {
  id,
  title: text('Guest address overlaps cluster ranges'),
  severity: 'warning',
  tier: 'R',
  reads: ['vms', 'clusterNetworks'],
  consults: ['vmis', 'nads', 'operatorNetworks'],
  source: 'ovn-kubernetes pkg/config (join, transit and masquerade subnets)',
  check: (context) => {
    const { graph } = context;
    const ranges = clusterRanges(graph);
    // Many NICs ask the same.
    const ofNads = new Shared((key) => overlapOfNad(graph, key, ranges));
    return judgeEach(context, id, VMS, (vm) => judgeVm(vm, ranges, ofNads));
  },
};
