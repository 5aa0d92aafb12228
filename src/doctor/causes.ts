/**
 * One fault gives one headline: each finding names the findings that cause it (domain reference
 * C.0: CL > NODE > NNCP > NAD/CUDN > VM, and the exceptions that the rules themselves state). A
 * cause is recognised by what both findings concern: an id of an agreed kind in common.
 */
import { entityId } from '../network/model';
import type { NetworkGraph, NodeView } from '../network/networkGraph';
import { sameItems } from '../network/sameItems';
import type { PolicyRecord } from '../cluster/policyRecord';
import { CAUSE_TABLE } from './causeTable';
import type { CauseLine } from './causeTable';
import { kindOfId } from './entityKind';
import type { Cause, Finding } from './model';
import type { BySeverity, Settled } from './settledAnswer';

const reachOn = (policy: PolicyRecord, nodes: readonly NodeView[]): readonly string[] => {
  const { mappings, interfaces } = policy.desired;
  const reach = mappings.map((mapping) => entityId('localnet', mapping.localnet));
  for (const node of nodes) {
    for (const { localnet } of mappings) reach.push(entityId('mapping', node.name, localnet));
    for (const { name, type } of interfaces) {
      if (type.endsWith('-bridge')) reach.push(entityId('bridge', node.name, name));
    }
  }
  return reach;
};

interface KeptReach {
  /** Names of the nodes. */
  readonly nodes: readonly string[];
  readonly reach: readonly string[];
}

const reaches = new WeakMap<PolicyRecord, KeptReach>();

const areNamed = (nodes: readonly NodeView[], names: readonly string[]): boolean =>
  nodes.length === names.length && nodes.every(({ name }, at) => name === names[at]);

const NOTHING: readonly string[] = [];

/**
 * What a policy's fault reaches: the mappings and bridges it was to make on its nodes. The same
 * list as long as policy and nodes are the same.
 */
const reachOfPolicy = (graph: NetworkGraph, policyName: string): readonly string[] => {
  const policy = graph.snapshot.policies.items.get(policyName);
  if (policy === undefined) return NOTHING;
  const nodes = graph.nodesOfPolicy(policyName);
  const kept = reaches.get(policy);
  if (kept !== undefined && areNamed(nodes, kept.nodes)) return kept.reach;
  const reach = reachOn(policy, nodes);
  reaches.set(policy, { nodes: nodes.map(({ name }) => name), reach });
  return reach;
};

const POLICY = 'policy/';

/** A rule's findings by the ids that they concern. */
type ById = ReadonlyMap<string, readonly Cause[]>;

interface KeptIndex {
  /** What the policies among the subjects reach, in the order of the findings. */
  readonly reaches: readonly (readonly string[])[];
  readonly byId: ById;
}

const indexes = new WeakMap<Settled, KeptIndex>();

const findingsOf = ({ findings }: Settled): readonly Finding[] => [...findings.values()].flat();

/** Made once for an answer, unless what its policies reach has become another. */
const indexOf = (graph: NetworkGraph, settled: Settled): ById => {
  const findings = findingsOf(settled);
  const reachOf = ({ subject }: Finding): readonly string[] =>
    subject.startsWith(POLICY) ? reachOfPolicy(graph, subject.slice(POLICY.length)) : NOTHING;
  const reached = findings.map(reachOf);
  const kept = indexes.get(settled);
  if (kept !== undefined && sameItems(kept.reaches, reached)) return kept.byId;
  const byId = new Map<string, Cause[]>();
  for (const [at, { rule, subject, related }] of findings.entries()) {
    const cause = { rule, subject };
    for (const id of new Set([subject, ...related, ...(reached[at] ?? NOTHING)])) {
      const causes = byId.get(id);
      if (causes === undefined) byId.set(id, [cause]);
      else causes.push(cause);
    }
  }
  indexes.set(settled, { reaches: reached, byId });
  return byId;
};

const LINES = new Map<string, CauseLine[]>();
for (const line of CAUSE_TABLE) LINES.set(line.effect, [...(LINES.get(line.effect) ?? []), line]);

const compareCauses = (a: Cause, b: Cause): number => {
  const left = `${a.rule} ${a.subject}`;
  const right = `${b.rule} ${b.subject}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The causing rules of a line, each with its findings; those without any are left out. */
type CausesOfLine = readonly ById[];

const causesOf = (
  finding: Finding,
  lines: readonly CauseLine[],
  causing: readonly CausesOfLine[],
): Cause[] => {
  const causes = new Map<string, Cause>();
  const ids = [finding.subject, ...finding.related];
  for (const [at, { via }] of lines.entries()) {
    const byIds = causing[at] ?? [];
    if (byIds.length === 0) continue;
    const kinds = new Set<string>(via);
    const shared = ids.filter((id) => kinds.has(kindOfId(id)));
    for (const byId of byIds) {
      for (const id of shared) {
        for (const cause of byId.get(id) ?? []) causes.set(`${cause.rule} ${cause.subject}`, cause);
      }
    }
  }
  return [...causes.values()].sort(compareCauses);
};

interface KeptLinks {
  readonly causing: CausesOfLine;
  readonly linked: BySeverity;
}

const links = new WeakMap<Settled, KeptLinks>();

const linkRule = (
  settled: Settled,
  lines: readonly CauseLine[],
  causing: readonly CausesOfLine[],
): BySeverity => {
  const all = causing.flat();
  const kept = links.get(settled);
  if (kept !== undefined && sameItems(kept.causing, all)) return kept.linked;
  const linked = new Map(
    [...settled.findings].map(([severity, findings]) => [
      severity,
      findings.map((finding) => {
        const causedBy = causesOf(finding, lines, causing);
        return causedBy.length === 0 ? finding : { ...finding, causedBy };
      }),
    ]),
  );
  links.set(settled, { causing: all, linked });
  return linked;
};

/**
 * The findings of each rule, in the order in which they came, each with its causes; the table has
 * no cycle, so neither have they. What a change did not touch is what it was.
 */
export const linkCauses = (
  graph: NetworkGraph,
  settled: ReadonlyMap<string, Settled>,
): readonly BySeverity[] => {
  const known = new Map<string, ById>();
  const indexOfRule = (rule: string): ById | undefined => {
    const answer = settled.get(rule);
    if (answer === undefined || answer.findings.size === 0) return undefined;
    const kept = known.get(rule);
    if (kept !== undefined) return kept;
    const byId = indexOf(graph, answer);
    known.set(rule, byId);
    return byId;
  };
  return [...settled].map(([rule, answer]) => {
    const lines = LINES.get(rule);
    if (lines === undefined || answer.findings.size === 0) return answer.findings;
    const causing = lines.map(({ causes }) =>
      causes.map(indexOfRule).filter((byId) => byId !== undefined),
    );
    return linkRule(answer, lines, causing);
  });
};
