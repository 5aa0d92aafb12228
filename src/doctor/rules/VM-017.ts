/**
 * VM-017: a guest that is on the pod network too cannot reach both its own network and a cluster
 * range that overlaps it.
 */
import { cidrsOverlap, parseCidr } from '../../cluster/cidr';
import type { Cidr } from '../../cluster/cidr';
import { DEFAULT_JOIN_SUBNET, DEFAULT_TRANSIT_SUBNET } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { isLocalAddress } from '../facts/guestAddresses';
import { perGraph } from '../facts/perGraph';
import { fault, judge } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { asOvn } from '../nadFacts';
import { nadOfVnic, vnicLabel } from '../vmFacts';

const id = 'VM-017';
const MASQUERADE_SUBNET = '169.254.0.0/17';

interface Range {
  readonly name: string;
  readonly cidr: Cidr;
}

const clusterRanges = perGraph((graph): readonly Range[] => {
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
});

const hasPodNetwork = (vm: VmView): boolean =>
  vm.vnics.some((vnic) => vnic.network?.source.type === 'pod');

/** Addresses and ranges of a secondary NIC, as texts. */
const addressesOf = (graph: NetworkGraph, vnic: VnicView): readonly string[] => {
  const nad = nadOfVnic(graph, vnic);
  const subnets = nad === undefined ? [] : (asOvn(nad)?.plugin.subnets ?? []);
  // A guest without a DHCP answer gives itself a link-local address: no plan of anybody's.
  const ips = (vnic.status?.ips ?? []).filter((ip) => !isLocalAddress(ip));
  return [...ips, ...subnets];
};

const overlapOf = (
  addresses: readonly string[],
  ranges: readonly Range[],
): { readonly address: string; readonly range: string } | undefined => {
  for (const address of addresses) {
    const cidr = parseCidr(address);
    if (cidr === undefined) continue;
    const range = ranges.find((candidate) => cidrsOverlap(candidate.cidr, cidr));
    if (range !== undefined) return { address, range: range.name };
  }
  return undefined;
};

const judgeVm = (graph: NetworkGraph, vm: VmView): readonly Judgement[] => {
  const secondary = vm.vnics.filter((vnic) => vnic.nadKey !== undefined);
  if (secondary.length === 0 || !hasPodNetwork(vm)) return [];
  const ranges = clusterRanges(graph);
  return secondary.flatMap((vnic, index) => {
    // Network data of cloud-init names guest interfaces, not ours: it is held against the first NIC.
    const cloudInit = index === 0 ? (vm.vm?.cloudInitAddresses ?? []) : [];
    const overlap = overlapOf([...addressesOf(graph, vnic), ...cloudInit], ranges);
    if (overlap === undefined) return [];
    return fault({
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
  });
};

export const VM_017: Rule = {
  id,
  title: text('Guest address overlaps cluster ranges'),
  severity: 'warning',
  tier: 'R',
  reads: ['vms', 'clusterNetworks'],
  consults: ['vmis', 'nads', 'operatorNetworks'],
  source: 'ovn-kubernetes pkg/config (join, transit and masquerade subnets)',
  check: ({ graph }) => judge(id, graph.vms.values(), (vm) => judgeVm(graph, vm)),
};
