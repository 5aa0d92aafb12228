/** The networks of the cluster as a table: VLAN, bridge, on how many nodes, for whom. */
import type { CniPlugin } from '../../src/cluster/cniConfig';
import type { NadRecord } from '../../src/cluster/nadRecord';
import type {
  NetworkGraph,
  NetworkView,
  NodeCoverage,
  VnicView,
} from '../../src/network/networkGraph';
import { vlanProblem } from '../../src/network/nadState';
import { some, table } from './layout';

const HEADING = ['NETWORK', 'TYPE', 'VLAN', 'LOCALNET', 'BRIDGE', 'NODES', 'VMS', 'NADS'];

/** More rows than this are for the JSON, not for reading. */
const MAX_ROWS = 100;

const vmCount = (vnics: readonly VnicView[]): string =>
  String(new Set(vnics.map((vnic) => `${vnic.namespace}/${vnic.vmName}`)).size);

/** `2/3`: covered ones of the nodes that can run VMs; nodes that cannot be judged are named. */
const coverageCell = (
  graph: NetworkGraph,
  coverage: ReadonlyMap<string, NodeCoverage>,
  node: string | undefined,
): string => {
  const all = [...coverage.values()].filter((item) => node === undefined || item.node === node);
  const runners = all.filter((item) => graph.nodes.get(item.node)?.runsVms === true);
  const judged = runners.length > 0 ? runners : all;
  const ok = judged.filter((item) => item.state === 'ok').length;
  const unknown = judged.filter((item) => item.state === 'unknown').length;
  return `${ok}/${judged.length}${unknown === 0 ? '' : ` (${unknown} unknown)`}`;
};

const pluginOf = (nad: NadRecord): CniPlugin | undefined =>
  'plugin' in nad.config ? nad.config.plugin : undefined;

const bridgeCell = (coverage: ReadonlyMap<string, NodeCoverage>): string => {
  const bridges = new Set([...coverage.values()].map((item) => item.bridge ?? ''));
  bridges.delete('');
  return some([...bridges].sort(), 2) || '-';
};

/** Stated, but no VLAN to any plugin. */
const INVALID = 'invalid';

const vlanCell = ({ topology, vlan, nads }: NetworkView): string => {
  if (vlan !== undefined) return String(vlan);
  const isInvalid = nads.some((nad) => {
    const plugin = pluginOf(nad);
    return plugin?.family === 'ovn' && vlanProblem('vlanID', plugin.vlanID) !== undefined;
  });
  if (isInvalid) return INVALID;
  return topology === 'localnet' ? 'untagged' : '-';
};

const ovnRow = (graph: NetworkGraph, network: NetworkView, node: string | undefined) => {
  const coverage = graph.coverageOfNetwork(network.name);
  const local = network.topology === 'localnet';
  const nads = network.nads.map((nad) => `${nad.meta.namespace}/${nad.meta.name}`);
  return [
    network.name,
    `OVN ${network.topology || 'without topology'}`,
    vlanCell(network),
    network.physicalName || '-',
    local ? bridgeCell(coverage) : '-',
    local ? coverageCell(graph, coverage, node) : 'overlay',
    vmCount(graph.vnicsOfNetwork(network.name)),
    some(nads, 2) || '-',
  ];
};

/** macvtap and plugins that we do not know have no VLAN of their own that we could tell. */
const vlanOf = (plugin: CniPlugin): string => {
  if (plugin.family !== 'bridge' && plugin.family !== 'sriov') return '-';
  if (vlanProblem('vlan', plugin.vlan) !== undefined) return INVALID;
  if (plugin.family === 'bridge' && plugin.vlanTrunk.length > 0) return 'trunk';
  const vlan = plugin.vlan?.value ?? 0;
  return vlan > 0 ? String(vlan) : 'untagged';
};

/** A NAD that is no OVN network: it hangs on a Linux bridge or a device of its own. */
const nadRow = (graph: NetworkGraph, key: string, nad: NadRecord, node: string | undefined) => {
  const plugin = pluginOf(nad);
  const coverage = graph.coverageOfNad(key);
  const type = 'type' in nad.config ? nad.config.type : '';
  return [
    'name' in nad.config ? nad.config.name || nad.meta.name : nad.meta.name,
    type || 'unreadable',
    plugin === undefined ? '-' : vlanOf(plugin),
    '-',
    plugin?.family === 'bridge' ? plugin.bridge : '-',
    coverage.size > 0 ? coverageCell(graph, coverage, node) : '-',
    vmCount(graph.vnicsOfNad(key)),
    key,
  ];
};

const compareRows = (a: readonly string[], b: readonly string[]): number =>
  (a[0] ?? '').localeCompare(b[0] ?? '', 'en', { numeric: true });

/** Takes the graph, and the node that the answer is limited to. */
export const networkTable = (graph: NetworkGraph, node: string | undefined): string => {
  const rows = [...graph.networks.values()].map((network) => ovnRow(graph, network, node));
  for (const [key, nad] of graph.snapshot.nads.items) {
    if (graph.networkOfNad(key) === undefined) rows.push(nadRow(graph, key, nad, node));
  }
  if (rows.length === 0) return '  none';
  const shown = rows.sort(compareRows).slice(0, MAX_ROWS);
  const more = rows.length > MAX_ROWS ? `\n  and ${rows.length - MAX_ROWS} more` : '';
  return table([HEADING, ...shown], '  ') + more;
};
