/** The answer as JSON: a stable contract for scripts, version 1. */
import { formatText } from '../../src/cluster/text';
import type { Text } from '../../src/cluster/text';
import type { Finding } from '../../src/doctor/model';
import type { Edge, Entity } from '../../src/network/model';
import type { Trace } from '../../src/network/trace';
import {
  coveragePart,
  differencePart,
  ovnPart,
  profilePart,
  reachPart,
  vmGroupPart,
} from './jsonParts';
import { pathPart } from './pathPart';
import type { Report } from './report';

const CONTRACT_VERSION = 1;

/** Absent keys are left out of JSON when they are undefined. */
const optional = (text: Text | undefined): string | undefined =>
  text === undefined ? undefined : formatText(text);

/** Most things are `actual`; saying so on each would only make the answer longer. */
const unusualOrigin = (origin: Entity['origin']): string | undefined =>
  origin === 'intended' ? origin : undefined;

const nodeOf = (entity: Entity): object => ({
  id: entity.id,
  kind: entity.kind,
  name: entity.name,
  state: entity.state,
  reason: optional(entity.reason),
  origin: unusualOrigin(entity.origin),
  node: entity.node,
  namespace: entity.namespace,
  attributes: entity.attributes,
});

const edgeOf = (edge: Edge): object => ({
  source: edge.source,
  target: edge.target,
  kind: edge.kind,
  state: edge.state,
  reason: optional(edge.reason),
  origin: unusualOrigin(edge.origin),
  attributes: Object.keys(edge.attributes).length === 0 ? undefined : edge.attributes,
});

const findingOf = (finding: Finding): object => ({
  rule: finding.rule,
  severity: finding.severity,
  subject: finding.subject,
  related: finding.related,
  causedBy: finding.causedBy.map(({ rule, subject }) => ({ rule, subject })),
  message: formatText(finding.message),
  symptom: optional(finding.symptom),
  fix: formatText(finding.fix),
});

const traceOf = (vnic: string, trace: Trace): object => ({
  vnic,
  node: trace.node,
  verdict: trace.verdict,
  reason: optional(trace.reason),
  broken: trace.broken,
  switch: { state: trace.switch.state, reason: optional(trace.switch.reason) },
  hops: trace.hops.map((hop) => ({
    id: hop.id,
    state: hop.state,
    reason: optional(hop.reason),
    parallel: hop.parallel === true ? true : undefined,
  })),
  plumbed: trace.plumbed,
  vlanUsage: trace.vlanUsage,
  mtuLadder: trace.mtuLadder,
  elsewhere: trace.elsewhere,
});

/** Keys in the order of the contract; nodes and edges sorted, so that two answers can be compared. */
export const jsonReport = (report: Report): string => {
  const { scope, traced, graph, node } = report;
  const answer = {
    version: CONTRACT_VERSION,
    now: new Date(report.now).toISOString(),
    nodes: scope.entities.map(nodeOf),
    edges: scope.edges.map(edgeOf),
    findings: scope.findings.map(findingOf),
    unknown: scope.unknown.map((result) => ({
      rule: result.rule,
      subject: result.subject,
      reason: formatText(result.reason),
    })),
    trace: traced === undefined ? undefined : traceOf(traced.vnic.key, traced.trace),
    coverage: coveragePart(graph, node),
    profiles: profilePart(graph, node),
    differences: differencePart(graph, node),
    vmGroups: vmGroupPart(graph),
    reach: reachPart(graph),
    paths: pathPart(graph, node),
    ovn: node === undefined ? undefined : ovnPart(graph, node),
  };
  return `${JSON.stringify(answer, null, 1)}\n`;
};
