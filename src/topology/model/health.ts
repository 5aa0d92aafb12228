/**
 * The health of an entity: its state in the graph, sharpened by the findings whose subject it is.
 * A path can be whole and still be warned about; that is a state of its own on screen.
 */
import type { Text } from '../../cluster/text';
import type { Diagnosis, Finding } from '../../doctor/model';
import type { Entity } from '../../network/model';
import { pushTo } from '../../network/multiMap';
import type { Health } from './picture';

export interface FindingIndex {
  /** Findings whose change-me is this entity. */
  bySubject(id: string): readonly Finding[];
  /** Findings that mention the entity, as subject or otherwise. */
  about(id: string): readonly Finding[];
}

const NONE: readonly Finding[] = [];

const indexes = new WeakMap<Diagnosis, FindingIndex>();

/** Findings by entity; made once per diagnosis. */
export const findingIndex = (diagnosis: Diagnosis): FindingIndex => {
  const known = indexes.get(diagnosis);
  if (known !== undefined) {
    return known;
  }
  const subjects = new Map<string, Finding[]>();
  const all = new Map<string, Finding[]>();
  for (const finding of diagnosis.findings) {
    pushTo(subjects, finding.subject, finding);
    new Set([finding.subject, ...finding.related]).forEach((id) => pushTo(all, id, finding));
  }
  const index: FindingIndex = {
    bySubject: (id) => subjects.get(id) ?? NONE,
    about: (id) => all.get(id) ?? NONE,
  };
  indexes.set(diagnosis, index);
  return index;
};

/** Worst first. */
const RANK: Readonly<Record<Health, number>> = { broken: 0, warning: 1, unknown: 2, ok: 3 };

export const worseHealth = (one: Health, other: Health): Health =>
  RANK[one] <= RANK[other] ? one : other;

/** Order for lists that show what is wrong first. */
export const compareHealth = (one: Health, other: Health): number => RANK[one] - RANK[other];

/** Health of one entity. */
export const healthOf = (entity: Entity, findings: FindingIndex): Health => {
  if (entity.state === 'broken') {
    return 'broken';
  }
  const own = findings.bySubject(entity.id);
  if (own.some(({ severity }) => severity === 'critical' || severity === 'error')) {
    return 'broken';
  }
  if (own.some(({ severity }) => severity === 'warning')) {
    return 'warning';
  }
  return entity.state;
};

/** Why an entity is not well: the graph's reason, else what the first finding about it says. */
export const reasonOf = (entity: Entity, findings: FindingIndex): Text | undefined =>
  healthOf(entity, findings) === 'ok'
    ? undefined
    : (entity.reason ?? findings.bySubject(entity.id)[0]?.message);

export interface HealthAndReason {
  readonly health: Health;
  /** Why, unless it is well. */
  readonly reason?: Text;
}

/** Of several entities that are drawn as one: the worst health, with the reason of the first that has it. */
export const worstOf = (members: readonly Entity[], findings: FindingIndex): HealthAndReason => {
  let health: Health = 'ok';
  let worst: Entity | undefined;
  for (const member of members) {
    const own = healthOf(member, findings);
    if (RANK[own] >= RANK[health]) continue;
    health = own;
    worst = member;
  }
  const reason = worst && reasonOf(worst, findings);
  return { health, ...(reason ? { reason } : {}) };
};
