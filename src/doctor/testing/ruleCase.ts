/**
 * The three cases every rule must have: the smallest cluster with the fault (the rule fires with
 * that subject and nothing unrelated fires at warning or above), the same cluster mended (it does
 * not fire), and one where the evidence is missing (unknown, not ok).
 */
import { NOW } from '../../../dev/test/makeCluster';
import type { KubeObject } from '../../cluster/kubeObject';
import type { KindKey, Snapshot } from '../../cluster/snapshot';
import { completeSnapshot } from '../../cluster/snapshotOf';
import { formatText } from '../../cluster/text';
import { buildGraph } from '../../network/buildGraph';
import type { Diagnosis, Rule, Severity } from '../model';
import { runDoctor } from '../runDoctor';

/** Objects are the whole cluster: a kind that does not occur is known to be empty. */
export type Cluster = Snapshot | readonly KubeObject[];

export interface RuleCase {
  readonly rule: Rule;
  /** Told apart in the test's name when a rule has several cases. */
  readonly name?: string;
  readonly faulty: Cluster;
  readonly subject: string;
  readonly severity: Severity;
  readonly mended: Cluster;
  /** The faulty cluster with this kind forbidden, or a cluster of its own. */
  readonly unseen: KindKey | Cluster;
  /** Other rules that the fault sets off as its consequence or by its nature. */
  readonly also?: readonly string[];
  /** "Now" in milliseconds; the builders' own unless said. */
  readonly now?: number;
}

const isObjects = (cluster: Cluster): cluster is readonly KubeObject[] => Array.isArray(cluster);

const snapshotFrom = (cluster: Cluster): Snapshot =>
  isObjects(cluster) ? completeSnapshot(cluster) : cluster;

const forbid = (snapshot: Snapshot, kind: KindKey): Snapshot => ({
  ...snapshot,
  [kind]: { state: 'forbidden', items: new Map() },
});

const diagnose = (cluster: Cluster, now = NOW): Diagnosis =>
  runDoctor({ graph: buildGraph(snapshotFrom(cluster)), now });

const loud = (diagnosis: Diagnosis): string[] =>
  diagnosis.findings
    .filter((finding) => finding.severity !== 'info')
    .map((f) => `${f.rule} ${f.subject}: ${formatText(f.message)}`);

const ofRule = (diagnosis: Diagnosis, rule: Rule): string[] =>
  diagnosis.findings.filter((f) => f.rule === rule.id).map((f) => `${f.severity} ${f.subject}`);

/** Declares the three tests of a case. */
export const ruleCase = (given: RuleCase): void => {
  const { rule, subject, severity, now } = given;
  const allowed = new Set([rule.id, ...(given.also ?? [])]);
  const unrelated = (diagnosis: Diagnosis): string[] =>
    loud(diagnosis).filter((line) => !allowed.has(line.slice(0, line.indexOf(' '))));

  describe(`${rule.id}${given.name === undefined ? '' : ` ${given.name}`}`, () => {
    test('finds the fault and nothing unrelated', () => {
      const diagnosis = diagnose(given.faulty, now);
      expect(ofRule(diagnosis, rule)).toEqual([`${severity} ${subject}`]);
      expect(unrelated(diagnosis)).toEqual([]);
    });

    test('is silent once it is mended', () => {
      const diagnosis = diagnose(given.mended, now);
      expect(ofRule(diagnosis, rule)).toEqual([]);
      expect(unrelated(diagnosis)).toEqual([]);
    });

    test('is unknown, not ok, without evidence', () => {
      const unseen =
        typeof given.unseen === 'string'
          ? forbid(snapshotFrom(given.faulty), given.unseen)
          : given.unseen;
      const diagnosis = diagnose(unseen, now);
      expect(ofRule(diagnosis, rule)).toEqual([]);
      expect(diagnosis.rules.get(rule.id)).toBe('unknown');
      expect(diagnosis.unknown.some((u) => u.rule === rule.id)).toBe(true);
    });
  });
};
