/**
 * One fault gives one headline: each finding names the findings that cause it (domain reference
 * C.0: CL > NODE > NNCP > NAD/CUDN > VM, and the exceptions that the rules themselves state). A
 * cause is recognised by what both findings concern: an id of an agreed kind in common.
 */
import { entityId } from '../network/model';
import type { NetworkGraph } from '../network/networkGraph';
import { CAUSE_TABLE } from './causeTable';
import type { CauseLine } from './causeTable';
import { kindOfId } from './entityKind';
import type { Cause, Finding } from './model';

/** What a policy's fault reaches: the mappings and bridges it was to make on its nodes. */
const reachOfPolicy = (graph: NetworkGraph, policyName: string): string[] => {
  const desired = graph.snapshot.policies.items.get(policyName)?.desired;
  if (desired === undefined) return [];
  const reach = desired.mappings.map((mapping) => entityId('localnet', mapping.localnet));
  for (const node of graph.nodesOfPolicy(policyName)) {
    for (const { localnet } of desired.mappings) {
      reach.push(entityId('mapping', node.name, localnet));
    }
    for (const { name, type } of desired.interfaces) {
      if (type.endsWith('-bridge')) reach.push(entityId('bridge', node.name, name));
    }
  }
  return reach;
};

const idsOf = (graph: NetworkGraph, finding: Finding): string[] => {
  const own = [finding.subject, ...finding.related];
  if (kindOfId(finding.subject) !== 'policy') return own;
  return [...own, ...reachOfPolicy(graph, finding.subject.slice('policy/'.length))];
};

type Index = Map<string, Map<string, Cause[]>>;

/** Cause rule -> id -> the rule's findings that concern the id. */
const indexCauses = (graph: NetworkGraph, findings: readonly Finding[]): Index => {
  const wanted = new Set(CAUSE_TABLE.flatMap((line) => line.causes));
  const index: Index = new Map();
  for (const finding of findings) {
    if (!wanted.has(finding.rule)) continue;
    const byId = index.get(finding.rule) ?? new Map<string, Cause[]>();
    index.set(finding.rule, byId);
    const cause = { rule: finding.rule, subject: finding.subject };
    for (const id of new Set(idsOf(graph, finding))) {
      const causes = byId.get(id);
      if (causes === undefined) byId.set(id, [cause]);
      else causes.push(cause);
    }
  }
  return index;
};

const LINES = new Map<string, CauseLine[]>();
for (const line of CAUSE_TABLE) LINES.set(line.effect, [...(LINES.get(line.effect) ?? []), line]);

const compareCauses = (a: Cause, b: Cause): number => {
  const left = `${a.rule} ${a.subject}`;
  const right = `${b.rule} ${b.subject}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

const causesOf = (finding: Finding, ids: readonly string[], index: Index): Cause[] => {
  const causes = new Map<string, Cause>();
  for (const line of LINES.get(finding.rule) ?? []) {
    const via = new Set<string>(line.via);
    const shared = ids.filter((id) => via.has(kindOfId(id)));
    for (const rule of line.causes) {
      for (const id of shared) {
        for (const cause of index.get(rule)?.get(id) ?? []) {
          causes.set(`${cause.rule} ${cause.subject}`, cause);
        }
      }
    }
  }
  return [...causes.values()].sort(compareCauses);
};

/** The same findings, each with its causes; the table has no cycle, so neither have they. */
export const linkCauses = (graph: NetworkGraph, findings: readonly Finding[]): Finding[] => {
  const index = indexCauses(graph, findings);
  return findings.map((finding) => {
    if (!LINES.has(finding.rule)) return finding;
    const causedBy = causesOf(finding, [finding.subject, ...finding.related], index);
    return causedBy.length === 0 ? finding : { ...finding, causedBy };
  });
};
