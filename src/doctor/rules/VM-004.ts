/** VM-004: a MAC address must be there once per L2 segment, VMs and hosts together. */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
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
    // Nearly always one and the same text.
    const wanted = sameCase(vnic.nic?.mac ?? '');
    const given = sameCase(vnic.instanceNic?.mac ?? '');
    const seen = sameCase(vnic.status?.mac ?? '');
    if (wanted !== '') add(wanted, vnic);
    if (given !== '' && given !== wanted) add(given, vnic);
    if (seen !== '' && seen !== wanted && seen !== given) add(seen, vnic);
  }
};

/** MAC -> NICs of VMs on secondary networks, in template, instance or guest. */
const vnicsByMac = vmIndex(macsOfVm);

/** The addresses a host NIC goes by, in lower case. */
const isAt = ({ mac, permanentMac }: InterfaceRecord, value: string): boolean =>
  sameCase(mac ?? '') === value || sameCase(permanentMac ?? '') === value;

/** A VF that a VM holds is not on the host, so what is listed is the host's own. */
const macsOfNode: ValuesOf<NodeView, string> = (node, add) => {
  for (const { mac, permanentMac } of node.nics.values()) {
    if (mac !== undefined) add(sameCase(mac), node.name);
    if (permanentMac !== undefined && permanentMac !== mac) add(sameCase(permanentMac), node.name);
  }
};

/** MAC -> names of the nodes with a NIC that has it. */
const hostsByMac = nodeIndex(macsOfNode);

const MACS = valueWalk(vnicsByMac, hostsByMac, macsOfVm, macsOfNode);

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
const firstHost = (graph: NetworkGraph, mac: string): string | undefined =>
  hostsByMac
    .of(graph)
    .of(mac)
    .flatMap((node) =>
      [...(graph.nodes.get(node)?.nics.values() ?? [])]
        .filter((nic) => isAt(nic, mac))
        .map(({ name }) => entityId('nic', node, name)),
    )
    .sort()[0];

const judgeMac = (graph: NetworkGraph, mac: string): readonly Fault[] | undefined => {
  const holders = vnicsByMac.of(graph).of(mac);
  const nic = firstHost(graph, mac);
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
