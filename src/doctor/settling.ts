/**
 * Nothing flashes: NodeNetworkState lags a change by up to 66 seconds (60 s poll plus jitter), so
 * for 90 seconds after a policy or enactment changed on a node, and until the node's state has
 * been written since, faults seen there are not yet faults but "settling" (domain reference C.0,
 * A.3.4).
 */
import { text } from '../cluster/text';
import type { NodeView } from '../network/networkGraph';
import { nodeOfId } from './entityKind';
import { memoBy } from '../network/memoBy';
import type { Finding, Rule, RuleContext, RuleResult, UnknownResult } from './model';

const SETTLING_MS = 90_000;

/** These judge the node or its operator as such, not what a policy just changed. */
const NEVER_SETTLING = new Set(['NODE-001', 'NODE-014', 'NODE-015', 'NODE-016']);

/** When a policy or enactment of the node last changed; once per view of the node. */
const lastChange = memoBy((node: NodeView): number => {
  let newest = Number.NEGATIVE_INFINITY;
  for (const policy of node.policies) {
    newest = Math.max(newest, policy.meta.specChangedAt ?? policy.meta.createdAt ?? newest);
  }
  for (const enactment of node.enactments.values()) {
    for (const condition of enactment.conditions) {
      newest = Math.max(newest, condition.changedAt ?? newest);
    }
  }
  return newest;
});

const isProgressing = (node: NodeView): boolean => {
  for (const enactment of node.enactments.values()) {
    if (enactment.conditions.some((c) => c.type === 'Progressing' && c.status === 'True')) {
      return true;
    }
  }
  return false;
};

const isSettling = (node: NodeView, now: number): boolean => {
  const changed = lastChange(node);
  if (now - changed >= SETTLING_MS || changed > now) return false;
  const seen = node.state?.updatedAt;
  return isProgressing(node) || seen === undefined || seen < changed;
};

/** Names of the nodes whose reported state is still catching up. */
export const settlingNodes = ({ graph, now }: RuleContext): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const node of graph.nodes.values()) if (isSettling(node, now)) names.add(node.name);
  return names;
};

const isSuppressed = (finding: Finding, settling: ReadonlySet<string>): boolean => {
  const own = nodeOfId(finding.subject);
  if (own !== undefined) return settling.has(own);
  const nodes = finding.related.map(nodeOfId).filter((name) => name !== undefined);
  return nodes.length > 0 && nodes.every((name) => settling.has(name));
};

/** The result with findings on settling nodes turned into unknowns. NNCP rules judge the change itself and are left alone. */
export const settle = (
  rule: Rule,
  result: RuleResult,
  settling: ReadonlySet<string>,
): RuleResult => {
  const applies = rule.tier === 'N' && !rule.id.startsWith('NNCP-') && !NEVER_SETTLING.has(rule.id);
  if (!applies || settling.size === 0) return result;
  const findings: Finding[] = [];
  const unknown: UnknownResult[] = [...result.unknown];
  for (const finding of result.findings) {
    if (!isSuppressed(finding, settling)) {
      findings.push(finding);
      continue;
    }
    const reason = text('Settling: a policy changed here less than 90 seconds ago');
    unknown.push({ rule: finding.rule, subject: finding.subject, reason });
  }
  return { findings, unknown };
};
