/**
 * Faults on demand: rules that make chosen requests fail, hang or break off, so that a test can show
 * what the product does then. Rules are managed over HTTP (`/__faults`) by tests that run outside
 * this process. A rule applies to real requests; only a rule that says `dryRun: true` applies to dry
 * runs, so that a plan can pass its rehearsal and fail on stage.
 */
import type { Random } from '../createRandom';
import { createRandom } from '../createRandom';
import { badRequest } from './http/ApiError';
import { isRecord } from './json';

export type FaultResponse =
  | { readonly status: number; readonly reason: string; readonly message: string }
  | { readonly delayMs: number }
  | 'drop';

export interface FaultRule {
  /** get, list, watch, create, update, patch, delete or deletecollection; any when left out. */
  readonly verb?: string;
  /** Plural, with or without its group, with `/subresource` for one; any when left out. */
  readonly resource?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly dryRun?: boolean;
  readonly respond: FaultResponse;
  /** How many requests the rule applies to; for ever when left out. */
  readonly times?: number;
  /** Share of the requests that it hits, 0 to 1; all when left out. */
  readonly chance?: number;
  /** Which requests those are: the same for the same seed; 1 when left out. */
  readonly seed?: number;
}

export interface FaultSubject {
  readonly verb: string;
  /** Plural and id of the kind, and the subresource if the request names one. */
  readonly plural: string;
  readonly id: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly dryRun: boolean;
}

interface ActiveRule {
  readonly id: string;
  readonly rule: FaultRule;
  readonly random: Random;
  hits: number;
}

export class FaultRules {
  private rules: ActiveRule[] = [];
  private counter = 0;

  /** Adds a rule and returns its id. */
  add(rule: FaultRule): string {
    this.counter += 1;
    const id = String(this.counter);
    this.rules.push({ id, rule, random: createRandom(rule.seed ?? 1), hits: 0 });
    return id;
  }

  /** Removes one rule, or all when no id is given. */
  remove(id?: string): void {
    this.rules = id === undefined ? [] : this.rules.filter((active) => active.id !== id);
  }

  /** The rules in force with their ids and how often each has applied. */
  list(): readonly (FaultRule & { readonly id: string; readonly hits: number })[] {
    return this.rules.map(({ id, rule, hits }) => ({ id, ...rule, hits }));
  }

  /** The response of the first rule that applies to a request; counts the hit. */
  match(subject: FaultSubject): FaultResponse | undefined {
    const active = this.rules.find(
      ({ rule, hits, random }) =>
        (rule.times === undefined || hits < rule.times) &&
        applies(rule, subject) &&
        (rule.chance === undefined || random.next() < rule.chance),
    );
    if (active === undefined) {
      return undefined;
    }
    active.hits += 1;
    return active.rule.respond;
  }
}

function applies(rule: FaultRule, subject: FaultSubject): boolean {
  return (
    (rule.dryRun ?? false) === subject.dryRun &&
    (rule.verb === undefined || rule.verb === subject.verb) &&
    (rule.namespace === undefined || rule.namespace === (subject.namespace ?? '')) &&
    (rule.name === undefined || rule.name === (subject.name ?? '')) &&
    (rule.resource === undefined || namesResource(rule.resource, subject))
  );
}

function namesResource(resource: string, { plural, id, subresource }: FaultSubject): boolean {
  const [wanted = '', wantedSubresource] = resource.split('/');
  return (
    (wanted === '*' || wanted === plural || wanted === id) &&
    (wantedSubresource ?? '') === (subresource ?? '')
  );
}

/** Reads a rule from JSON; throws 400 that says what is wrong with it. */
export function parseFaultRule(value: unknown): FaultRule {
  if (!isRecord(value)) {
    throw badRequest('a fault rule must be a JSON object');
  }
  const { verb, resource, namespace, name, dryRun, times, chance, seed, respond } = value;
  for (const [key, text] of Object.entries({ verb, resource, namespace, name })) {
    if (text !== undefined && typeof text !== 'string') {
      throw badRequest(`"${key}" of a fault rule must be a string`);
    }
  }
  if (times !== undefined && (typeof times !== 'number' || times < 1)) {
    throw badRequest('"times" of a fault rule must be a number from 1');
  }
  if (chance !== undefined && (typeof chance !== 'number' || !(chance >= 0 && chance <= 1))) {
    throw badRequest('"chance" of a fault rule must be a number from 0 to 1');
  }
  if (seed !== undefined && !Number.isInteger(seed)) {
    throw badRequest('"seed" of a fault rule must be a whole number');
  }
  return {
    ...strings({ verb, resource, namespace, name }),
    ...(dryRun === true ? { dryRun } : {}),
    ...(typeof times === 'number' ? { times } : {}),
    ...(typeof chance === 'number' ? { chance } : {}),
    ...(typeof seed === 'number' ? { seed } : {}),
    respond: parseResponse(respond),
  };
}

function strings(
  fields: Record<'verb' | 'resource' | 'namespace' | 'name', unknown>,
): Partial<Record<'verb' | 'resource' | 'namespace' | 'name', string>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function parseResponse(respond: unknown): FaultResponse {
  if (respond === 'drop') {
    return 'drop';
  }
  if (isRecord(respond)) {
    const { delayMs, status, reason = '', message = '' } = respond;
    if (typeof delayMs === 'number') {
      return { delayMs };
    }
    if (typeof status === 'number' && typeof reason === 'string' && typeof message === 'string') {
      return { status, reason, message };
    }
  }
  throw badRequest(
    '"respond" of a fault rule must be {status, reason, message}, {delayMs} or "drop"',
  );
}
