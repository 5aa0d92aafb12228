/**
 * One run of one rule. It counts looks at the clock, and carries what the rule answered item by
 * item the last time, so that after a change only the items that hang on it are judged again.
 */
import type { KindKey } from '../cluster/snapshot';
import type { NetworkGraph } from '../network/networkGraph';
import type { GraphChange } from './change';
import type { RuleContext, RuleResult } from './model';
import type { ItemAnswers, RuleMemory } from './ruleMemory';

/** What a rule answered before, and what has changed since that it reads. */
export interface Since {
  readonly memory: RuleMemory<RuleResult>;
  readonly change: GraphChange;
  /** The changed kinds that matter to the rule. */
  readonly kinds: readonly KindKey[];
}

const NO_ANSWERS: ItemAnswers<RuleResult> = { items: new Map(), clocked: new Set() };

export class RuleRun implements RuleContext {
  private looks = 0;
  private hasClockedItems = false;
  private readonly walked: RuleMemory<RuleResult>[number][] = [];

  constructor(
    readonly graph: NetworkGraph,
    private readonly time: number,
    readonly since?: Since,
  ) {}

  get now(): number {
    this.looks += 1;
    return this.time;
  }

  /** As `hasPassed` below. */
  hasPassed(moment: number): boolean {
    if (this.time > moment) return true;
    this.looks += 1;
    return false;
  }

  /** How often the rule has looked at the clock so far. */
  get clockLooks(): number {
    return this.looks;
  }

  /** The answer hangs on the clock, for some item perhaps since an earlier run. */
  get usedClock(): boolean {
    return this.looks > 0 || this.hasClockedItems;
  }

  get memory(): RuleMemory<RuleResult> {
    return this.walked;
  }

  /** What the rule's next walk answered the last time, if it was this one. */
  lastAnswers(walk: object): ItemAnswers<RuleResult> | undefined {
    const last = this.since?.memory[this.walked.length];
    return last?.walk === walk ? last.answers : undefined;
  }

  /** Takes the place of a walk in the memory; what is returned keeps its answers for the next run. */
  claim(walk: object): (answers: ItemAnswers<RuleResult>) => void {
    const at = this.walked.length;
    this.walked.push({ walk, answers: NO_ANSWERS });
    return (answers) => {
      this.walked[at] = { walk, answers };
      this.noteClock(answers.clocked.size > 0);
    };
  }

  /** Notes that answers kept from now on hang on the clock, if they do. */
  noteClock(isClocked: boolean): void {
    this.hasClockedItems ||= isClocked;
  }
}

/**
 * The moment (in milliseconds) lies behind us. Time does not run back, so only an answer for which
 * the moment is still to come hangs on the clock, and is asked for again in the next run.
 */
export const hasPassed = (context: RuleContext, moment: number): boolean =>
  context instanceof RuleRun ? context.hasPassed(moment) : context.now > moment;

/** The run that the engine made, or one for a rule that is asked by itself. */
export const asRun = (context: RuleContext): RuleRun =>
  context instanceof RuleRun ? context : new RuleRun(context.graph, context.now);
