/** The answer as text, for a person at a terminal. */
import type { NetworkGraph } from '../../src/network/networkGraph';
import { differenceText } from './differenceText';
import { findingText, severityCounts, unknownText } from './findingText';
import { count } from './layout';
import { networkTable } from './networkTable';
import { nodeText } from './nodeText';
import { ovnText } from './ovnText';
import type { Report } from './report';
import { traceText } from './traceText';

const NOW_SOURCES: Readonly<Record<Report['nowSource'], string>> = {
  input: 'the newest time in the input',
  argument: 'as given',
  clock: 'the clock, the input has no time',
};

const summary = (graph: NetworkGraph): string =>
  [
    count(graph.nodes.size, 'node'),
    count(graph.networks.size, 'OVN network'),
    count(graph.snapshot.nads.items.size, 'NAD'),
    count(graph.vms.size, 'VM'),
  ].join(', ');

const head = (report: Report): readonly string[] => {
  const limit = report.node === undefined ? '' : `, only what concerns node ${report.node}`;
  const now = new Date(report.now).toISOString();
  return [
    `VM networks: ${summary(report.graph)}${limit}`,
    `Judged at ${now} (${NOW_SOURCES[report.nowSource]})`,
    '',
  ];
};

/** What is told of a node that was asked for by name. */
const oneNode = (graph: NetworkGraph, node: string): readonly string[] => [
  `WANTED BY POLICIES AND OTHERWISE ON ${node}`,
  differenceText(graph, node),
  '',
  `OVN ON ${node}`,
  ovnText(graph, node),
  '',
];

const wholeCluster = ({ graph, scope, node }: Report): readonly string[] => [
  'NODES (those with the same network shape together)',
  nodeText(graph, node),
  '',
  'NETWORKS (NODES: covered ones of those that run VMs)',
  networkTable(graph, node),
  '',
  ...(node === undefined ? [] : oneNode(graph, node)),
  `FINDINGS: ${severityCounts(scope.findings)}`,
  ...(scope.findings.length === 0 ? [] : [findingText(scope.findings)]),
  '',
  `NOT KNOWN: ${scope.unknown.length === 0 ? 'nothing' : ''}`.trim(),
  ...(scope.unknown.length === 0 ? [] : [unknownText(scope.unknown)]),
];

/** Takes what was found; gives the text with its last newline. */
export const textReport = (report: Report): string => {
  const { traced, scope } = report;
  const body = traced === undefined ? wholeCluster(report) : [traceText(traced, scope.findings)];
  return `${[...head(report), ...body].join('\n')}\n`;
};
