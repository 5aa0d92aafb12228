/** VM-004: a MAC address must be there once per L2 segment, VMs and hosts together. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView, VmView, VnicView } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { segmentOfVnic } from '../facts/segments';
import { nodeIndex, vmIndex } from '../facts/valueIndex';
import type { ValuesOf } from '../facts/valueIndex';
import { valueWalk } from '../facts/valueWalk';
import { fault } from '../finding';
import type { Fault } from '../finding';
import { judgeEach } from '../judgeEach';
import type { Rule } from '../model';
import { nadOfVnic, sameCase, vmIdOfVnic, vnicLabel } from '../vmFacts';

const id = 'VM-004';

const macsOfVm: ValuesOf<VmView, VnicView> = (vm, add) => {
  for (const vnic of vm.vnics) {
    if (vnic.nadKey === undefined) continue;
    const { nic, instanceNic, status } = vnic;
    // Nearly always one and the same text, which is not worth three entries.
    const macs = new Set([nic?.mac, instanceNic?.mac, status?.mac]);
    for (const mac of new Set([...macs].map((one) => sameCase(one ?? '')))) {
      if (mac !== '') add(mac, vnic);
    }
  }
};

/** MAC -> NICs of VMs on secondary networks, in template, instance or guest. */
const vnicsByMac = vmIndex(
  macsOfVm,
  (vnic, vm) => vnic.namespace === vm.namespace && vnic.vmName === vm.name,
);

interface HostNic {
  readonly node: string;
  readonly name: string;
}

/** A VF that a VM holds is not on the host, so what is listed is the host's own. */
const macsOfNode: ValuesOf<NodeView, HostNic> = (node, add) => {
  for (const { name, mac, permanentMac } of node.nics.values()) {
    const nic = { node: node.name, name };
    if (mac !== undefined) add(sameCase(mac), nic);
    if (permanentMac !== undefined && permanentMac !== mac) add(sameCase(permanentMac), nic);
  }
};

/** MAC -> host NICs. */
const hostNicsByMac = nodeIndex(macsOfNode, (nic, node) => nic.node === node.name);

const MACS = valueWalk(vnicsByMac, macsOfVm, macsOfNode);

const groupBySegment = (
  graph: NetworkGraph,
  vnics: readonly VnicView[],
): ReadonlyMap<string, readonly VnicView[]> => {
  const groups = new Map<string, VnicView[]>();
  for (const vnic of vnics) {
    const segment = segmentOfVnic(graph, vnic) ?? `own ${vnic.key}`;
    const group = groups.get(segment);
    if (group === undefined) groups.set(segment, [vnic]);
    else group.push(vnic);
  }
  return groups;
};

const SYMPTOM = text('Connections flap: the switch learns the address now here, now there.');
const FIX = text('Give the interface another macAddress, or none: kubemacpool then assigns one.');

const clash = (mac: string, vnics: readonly VnicView[], severity: 'error' | 'info'): Fault => {
  const sorted = [...vnics].sort((a, b) => (a.id < b.id ? -1 : 1));
  const values = { mac, vnics: nameList(sorted.map(vnicLabel)) };
  return fault({
    severity,
    subject: sorted.at(-1)?.id ?? '',
    related: [...sorted.map((vnic) => vnic.id), ...sorted.map(vmIdOfVnic)],
    message:
      severity === 'error'
        ? text('{{vnics}} have the same MAC address {{mac}} on one L2 segment.', values)
        : text('{{vnics}} have the same MAC address {{mac}}, on different L2 segments.', values),
    symptom: SYMPTOM,
    fix: FIX,
  });
};

const hostClash = (mac: string, vnic: VnicView, nic: string): Fault =>
  fault({
    severity: 'warning',
    subject: vnic.id,
    related: [nic, vmIdOfVnic(vnic)],
    message: text('{{vnic}} has the MAC address {{mac}} of the host NIC {{nic}}.', {
      vnic: vnicLabel(vnic),
      mac,
      nic: nic.slice('nic/'.length),
    }),
    symptom: SYMPTOM,
    fix: FIX,
  });

const isSriov = (graph: NetworkGraph, vnic: VnicView): boolean => {
  const config = nadOfVnic(graph, vnic)?.config;
  return config !== undefined && 'plugin' in config && config.plugin.family === 'sriov';
};

/** The host NIC that has the MAC, of several the first by name. */
const firstHost = (nics: readonly HostNic[] | undefined): string | undefined =>
  nics?.map(({ node, name }) => entityId('nic', node, name)).sort()[0];

const judgeMac = (graph: NetworkGraph, mac: string): readonly Fault[] | undefined => {
  const holders = vnicsByMac(graph).get(mac) ?? [];
  const nic = firstHost(hostNicsByMac(graph).get(mac));
  if (holders.length < 2 && nic === undefined) return undefined;
  const vnics = [...holders].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = [...groupBySegment(graph, vnics).values()];
  const clashes = groups.filter((group) => group.length > 1).map((g) => clash(mac, g, 'error'));
  if (clashes.length === 0 && groups.length > 1) clashes.push(clash(mac, vnics, 'info'));
  const first = vnics.find((vnic) => !isSriov(graph, vnic));
  if (nic !== undefined && first !== undefined) clashes.push(hostClash(mac, first, nic));
  return clashes;
};

export const VM_004: Rule = {
  id,
  title: text('Duplicate MAC address'),
  severity: 'error',
  tier: 'R',
  reads: ['vms', 'nads'],
  consults: ['vmis', 'nodeStates'],
  source: 'kubemacpool; IEEE 802.1D learning',
  check: (context) => judgeEach(context, id, MACS, (mac) => judgeMac(context.graph, mac)),
};
