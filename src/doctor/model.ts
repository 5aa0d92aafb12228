/**
 * What a rule is and what it answers. One rule, one file, named by its id; a rule is pure and
 * looks only at the graph. Engine rules: domain reference C.0.
 */
import type { Text } from '../cluster/text';
import type { KindKey } from '../cluster/snapshot';
import type { NetworkGraph } from '../network/networkGraph';
import type { GraphChange } from './change';
import type { RuleMemory } from './ruleMemory';

export type Severity = 'critical' | 'error' | 'warning' | 'info';

/** S: specs only. N: needs NNS/NNCE. R: runtime status. E: events. */
export type Tier = 'S' | 'N' | 'R' | 'E';

export interface Cause {
  readonly rule: string;
  readonly subject: string;
}

/** A message of another program that a finding quotes. */
export interface Quote {
  /** The placeholder of the finding's message that holds it, perhaps shortened. */
  readonly placeholder: string;
  /** As it came. */
  readonly raw: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The entity whose change mends it (rulings 1). One finding per (rule, subject). */
  readonly subject: string;
  /** Everything else concerned, by id, sorted. */
  readonly related: readonly string[];
  readonly causedBy: readonly Cause[];
  /** What is wrong, in one sentence with the actual names and values. */
  readonly message: Text;
  /** What the user sees because of it. */
  readonly symptom?: Text;
  readonly fix: Text;
  readonly quote?: Quote;
}

export interface UnknownResult {
  readonly rule: string;
  readonly subject: string;
  readonly reason: Text;
}

/** What one rule says of one cluster; a subject in neither list is ok. */
export interface RuleResult {
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownResult[];
}

export interface RuleContext {
  readonly graph: NetworkGraph;
  /** "Now" in milliseconds since the epoch: the clock, or a dump's newest timestamp. */
  readonly now: number;
}

export interface Rule {
  /** As in the catalogue: NAD-001 ... CL-007. */
  readonly id: string;
  readonly title: Text;
  /** Highest severity the rule can give. */
  readonly severity: Severity;
  readonly tier: Tier;
  /** Kinds the rule reads: it re-runs when one of them changed, and is unknown when one cannot be read. */
  readonly reads: readonly KindKey[];
  /**
   * Kinds that sharpen the answer: the rule re-runs when one changed, but answers without them. Whoever asks
   * which VMs are on a node names `vms` and `vmis` here or above, as nothing else says so when they come in.
   */
  readonly consults?: readonly KindKey[];
  /**
   * Of a kind the rule reads, does this change concern it at all? Kinds without an entry always
   * do. For rules that look at one trait only (say, mappings) of records that change often.
   */
  readonly heeds?: Readonly<Partial<Record<KindKey, (change: GraphChange) => boolean>>>;
  /** Upstream code, document or issue the rule stands on. */
  readonly source: string;
  check(context: RuleContext): RuleResult;
}

export type RuleStatus = 'ok' | 'findings' | 'unknown';

/** What the doctor says of one cluster at one moment. */
export interface Diagnosis {
  /** By severity, then rule, then subject; one per (rule, subject). */
  readonly findings: readonly Finding[];
  /** By rule, then subject; one per (rule, subject). */
  readonly unknown: readonly UnknownResult[];
  /** Every rule that was run, by id, in the order of the table. */
  readonly rules: ReadonlyMap<string, RuleStatus>;
  /** What each rule answered before settling and cause linking, for the next incremental run. */
  readonly answers: ReadonlyMap<string, RuleAnswer>;
}

/** A rule's own answer, and whether it looked at the clock to give it. */
export interface RuleAnswer {
  readonly result: RuleResult;
  readonly usedClock: boolean;
  /** What the rule answered item by item, for the next incremental run. */
  readonly memory: RuleMemory<RuleResult>;
}
