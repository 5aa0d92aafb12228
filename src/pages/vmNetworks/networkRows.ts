/**
 * The networks of a cluster as rows of a table: every OVN network by its name, and every NAD of
 * another plugin (a bridge NAD is its own network; its config name means nothing cluster-wide).
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { Diagnosis } from '../../doctor/model';
import { entityId } from '../../network/model';
import type { NetworkGraph, NetworkView, NodeCoverage } from '../../network/networkGraph';
import { compareHealth, findingIndex, healthOf } from '../../topology/model/health';
import type { FindingIndex } from '../../topology/model/health';
import type { Health } from '../../topology/model/picture';

export interface NetworkRow {
  /** Entity id of the network or NAD. */
  readonly id: string;
  readonly name: string;
  readonly type: Text;
  /** Access VLAN, 1–4094. */
  readonly vlan?: number;
  /** Bridges that carry it, sorted; empty for overlays. */
  readonly bridges: readonly string[];
  /** Of the nodes that run VMs: how many it reaches. */
  readonly covered: number;
  readonly eligible: number;
  /** A node's answer is missing. */
  readonly coverageUnknown: boolean;
  /** `ns/name`, sorted. */
  readonly nads: readonly string[];
  readonly vms: number;
  /** As the picture shows it: the graph's state, sharpened by what the doctor found. */
  readonly state: Health;
  readonly reason?: Text;
  /** Why the form attaches no VM to it, whoever asks. */
  readonly barrier?: Text;
}

/** Rows sorted by name. Work is linear in networks times nodes, and in VM NICs. */
export const networkRows = (graph: NetworkGraph, diagnosis: Diagnosis): readonly NetworkRow[] => {
  const findings = findingIndex(diagnosis);
  const vmNodes = [...graph.nodes.values()].filter((node) => node.runsVms).map(({ name }) => name);
  const rows = [...graph.networks.values()].map((network) =>
    ovnRow(graph, findings, network, vmNodes),
  );
  for (const [key, nad] of graph.snapshot.nads.items) {
    if (graph.networkOfNad(key) === undefined)
      rows.push(nadRow(graph, findings, key, nad, vmNodes));
  }
  return rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
};

const ovnRow = (
  graph: NetworkGraph,
  findings: FindingIndex,
  network: NetworkView,
  vmNodes: readonly string[],
): NetworkRow => {
  const vms = new Set(
    graph.vnicsOfNetwork(network.name).map((vnic) => `${vnic.namespace}/${vnic.vmName}`),
  );
  return {
    id: network.id,
    name: network.cudn?.meta.name ?? network.name,
    type: ovnType(network),
    ...(network.vlan === undefined ? {} : { vlan: network.vlan }),
    ...reach(graph.coverageOfNetwork(network.name), vmNodes),
    nads: network.nads.map(({ meta }) => `${meta.namespace}/${meta.name}`).sort(),
    vms: vms.size,
    ...verdict(graph, findings, network.id),
    ...(network.primary
      ? { barrier: text('VMs join a primary network with their project, not one by one.') }
      : {}),
  };
};

const ovnType = (network: NetworkView): Text => {
  const topology = network.topology;
  if (network.cudn !== undefined) {
    return text('ClusterUserDefinedNetwork, {{topology}}', { topology });
  }
  if (network.udn !== undefined) return text('UserDefinedNetwork, {{topology}}', { topology });
  return text('OVN {{topology}}', { topology });
};

const nadRow = (
  graph: NetworkGraph,
  findings: FindingIndex,
  key: string,
  nad: NadRecord,
  vmNodes: readonly string[],
): NetworkRow => {
  const id = entityId('nad', key);
  const vms = new Set(graph.vnicsOfNad(key).map((vnic) => `${vnic.namespace}/${vnic.vmName}`));
  const { config } = nad;
  const typed = config.form === 'conf' || config.form === 'conflist' ? config : undefined;
  const plugin = typed?.plugin;
  const vlan = plugin !== undefined && plugin.family !== 'ovn' ? plugin.vlan?.value : undefined;
  return {
    id,
    name: key,
    type: plugin?.family === 'bridge' ? text('Linux bridge') : otherType(typed?.type),
    ...(vlan === undefined || vlan === 0 ? {} : { vlan }),
    ...reach(graph.coverageOfNad(key), vmNodes),
    nads: [key],
    vms: vms.size,
    ...verdict(graph, findings, id),
    ...(plugin?.family === 'bridge'
      ? {}
      : { barrier: text('The form does not attach VMs to networks of this type.') }),
  };
};

const otherType = (type: string | undefined): Text =>
  type === undefined || type === ''
    ? text('Unreadable configuration')
    : text('CNI plugin {{type}}', { type });

const reach = (
  coverage: ReadonlyMap<string, NodeCoverage>,
  vmNodes: readonly string[],
): Pick<NetworkRow, 'bridges' | 'covered' | 'eligible' | 'coverageUnknown'> => {
  const bridges = new Set<string>();
  let covered = 0;
  let coverageUnknown = vmNodes.length === 0;
  for (const node of vmNodes) {
    const answer = coverage.get(node);
    if (answer?.state === 'ok') covered += 1;
    if (answer === undefined || answer.state === 'unknown') coverageUnknown = true;
    if (answer?.bridge !== undefined) bridges.add(answer.bridge);
  }
  return { bridges: [...bridges].sort(), covered, eligible: vmNodes.length, coverageUnknown };
};

const verdict = (
  graph: NetworkGraph,
  findings: FindingIndex,
  id: string,
): Pick<NetworkRow, 'state' | 'reason'> => {
  const entity = graph.entities.get(id);
  if (entity === undefined) return { state: 'unknown', reason: text('Not in the graph.') };
  const state = healthOf(entity, findings);
  // Findings come worst first, so the first one is what sharpened the state.
  const reason = state === entity.state ? entity.reason : findings.bySubject(id)[0]?.message;
  return { state, ...(reason === undefined ? {} : { reason }) };
};

const contains = (row: NetworkRow, word: string): boolean =>
  row.name.toLowerCase().includes(word) ||
  String(row.vlan ?? '') === word ||
  row.bridges.some((bridge) => bridge.toLowerCase().includes(word)) ||
  row.nads.some((nad) => nad.toLowerCase().includes(word));

/** Rows in which every word of the filter occurs: name, VLAN (whole), bridge or NAD. */
export const filterRows = (rows: readonly NetworkRow[], filter: string): readonly NetworkRow[] => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0
    ? rows
    : rows.filter((row) => words.every((word) => contains(row, word)));
};

export type SortKey = 'name' | 'vlan' | 'covered' | 'vms' | 'state';

const VALUE: Readonly<Record<Exclude<SortKey, 'state'>, (row: NetworkRow) => number | string>> = {
  name: (row) => row.name,
  vlan: (row) => row.vlan ?? 0,
  covered: (row) => (row.eligible === 0 ? 0 : row.covered / row.eligible),
  vms: (row) => row.vms,
};

/** A copy in the order asked for; equal rows keep theirs. */
export const sortRows = (
  rows: readonly NetworkRow[],
  key: SortKey,
  direction: 'asc' | 'desc',
): readonly NetworkRow[] => {
  const sign = direction === 'asc' ? 1 : -1;
  if (key === 'state') return [...rows].sort((a, b) => sign * compareHealth(a.state, b.state));
  const value = VALUE[key];
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    return left === right ? 0 : left < right ? -sign : sign;
  });
};
