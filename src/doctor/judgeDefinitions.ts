/**
 * The walk that checks of CUDNs and UDNs share. The two kinds are read with different rights (a
 * project editor sees UDNs, only a cluster admin CUDNs), so what is visible is judged and what is
 * not is unknown (domain reference A.10).
 */
import { whyUnknown } from '../network/evidence';
import type { NetworkGraph } from '../network/networkGraph';
import { visibility } from './evidence';
import { judge, unclear } from './finding';
import type { Judgement } from './finding';
import type { RuleResult } from './model';
import { WHOLE_CLUSTER } from './entityKind';
import type { Definition } from './udnFacts';
import { definitions } from './udnFacts';

/** Judges every CUDN and UDN that is visible; `decide` returns undefined for what is fine. */
export const judgeDefinitions = (
  rule: string,
  graph: NetworkGraph,
  decide: (definition: Definition) => Judgement | undefined,
): RuleResult => {
  const { findings, unknown } = judge(rule, definitions(graph), decide);
  const unseen = judge(rule, ['cudns', 'udns'] as const, (kind) => {
    const listing = graph.snapshot[kind];
    return visibility(listing) === 'all'
      ? undefined
      : unclear(WHOLE_CLUSTER, whyUnknown(kind, listing));
  });
  return { findings, unknown: [...unknown, ...unseen.unknown] };
};
