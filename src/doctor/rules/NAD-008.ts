/**
 * NAD-008: all NADs of one network name must agree. The second one is refused, and once two that
 * were accepted differ, OVN-Kubernetes crash-loops at its next start.
 */
import type { CniNumber, OvnPlugin } from '../../cluster/cniConfig';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import type { PluginNad } from '../nadFacts';
import { nadId, nadKey, nadRelated, ovnNads } from '../nadFacts';
import { changesAttachments } from '../facts/changesWires';

const id = 'NAD-008';

type OvnNad = PluginNad<OvnPlugin>;

const clusterMtu = (graph: NetworkGraph): number | undefined =>
  [...graph.snapshot.clusterNetworks.items.values()][0]?.mtu;

const setOf = (items: readonly string[]): string => [...new Set(items)].sort().join(',');

const numberOf = (number: CniNumber | undefined, fallback: number): string =>
  String(number === undefined || number.value === 0 ? fallback : number.value);

/** What OVN-Kubernetes compares, setting by setting (canReconcile). */
const settingsOf = ({ plugin }: OvnNad, mtu: number): Readonly<Record<string, string>> => ({
  topology: plugin.topology,
  mtu: numberOf(plugin.mtu, mtu),
  vlanID: numberOf(plugin.vlanID, 0),
  physicalNetworkName: plugin.physicalNetworkName,
  subnets: setOf(plugin.subnets),
  excludeSubnets: setOf(plugin.excludeSubnets),
  allowPersistentIPs: String(plugin.allowPersistentIPs),
  role: plugin.role === 'primary' ? 'primary' : 'secondary',
});

const groupByName = (nads: readonly OvnNad[]): Map<string, OvnNad[]> => {
  const groups = new Map<string, OvnNad[]>();
  for (const entry of nads) {
    const { plugin, config } = entry;
    const isParsed = plugin.mtu?.malformed !== true && plugin.vlanID?.malformed !== true;
    if (config.name === '' || plugin.topology === '' || !isParsed) continue;
    const group = groups.get(config.name);
    if (group === undefined) groups.set(config.name, [entry]);
    else group.push(entry);
  }
  return groups;
};

/** Settings in which members of the group differ, `key value / value`. */
const differencesOf = (group: readonly OvnNad[], mtu: number | undefined): string[] => {
  const all = group.map((entry) => settingsOf(entry, mtu ?? 0));
  const first = all[0] ?? {};
  const differences: string[] = [];
  for (const key of Object.keys(first)) {
    const values = [...new Set(all.map((settings) => settings[key] ?? ''))];
    const isDefault = key === 'mtu' && mtu === undefined && values.includes('0');
    if (values.length < 2 || (isDefault && values.length === 2)) continue;
    differences.push(`${key} ${values.map((value) => (value === '' ? '–' : value)).join(' / ')}`);
  }
  return differences;
};

export const NAD_008: Rule = {
  id,
  title: text('One network name with different configurations'),
  severity: 'critical',
  tier: 'S',
  reads: ['nads'],
  consults: ['clusterNetworks', 'vms', 'vmis'],
  heeds: { vms: changesAttachments, vmis: changesAttachments },
  source:
    'ovn-kubernetes multi_network.go canReconcile, nad_controller.go syncAll; issues 3428, 3859, 4846',
  check: ({ graph }) => {
    const mtu = clusterMtu(graph);
    return judge(id, groupByName(ovnNads(graph)), ([name, group]) => {
      const differences = group.length < 2 ? [] : differencesOf(group, mtu);
      if (differences.length === 0) return undefined;
      const accepted = group.filter(({ nad }) => nad.ovnNetworkId !== undefined);
      const isTimeBomb = accepted.length > 1 && differencesOf(accepted, mtu).length > 0;
      return fault({
        severity: isTimeBomb ? 'critical' : 'error',
        subject: entityId('network', name),
        related: [
          ...group.map(({ nad }) => nadId(nad)),
          ...group.flatMap(({ nad }) => nadRelated(graph, nad)),
          ...(isTimeBomb ? ['cluster'] : []),
        ],
        message: text(
          'The NADs {{nads}} share the network name "{{name}}" but differ: {{differences}}.',
          {
            nads: nameList(group.map(({ nad }) => nadKey(nad)).sort()),
            name,
            differences: differences.join('; '),
          },
        ),
        symptom: isTimeBomb
          ? text(
              'Both were accepted once: at its next restart or upgrade OVN-Kubernetes crash-loops on all nodes.',
            )
          : text(
              'VMs on the later NAD hang in ContainerCreating: "timed out waiting for annotations".',
            ),
        fix: text(
          'Give each VLAN a name of its own and point it to the mapping with physicalNetworkName, before any restart of ovnkube.',
        ),
      });
    });
  },
};
