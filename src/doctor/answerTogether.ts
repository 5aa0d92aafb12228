/**
 * Runs rules afresh, all at once: those that go over the same items wait for each other, so that the items
 * are walked once for all of them.
 */
import type { Steps } from '../network/steps';
import type { Rule, RuleAnswer, RuleContext } from './model';
import { startRule } from './runRule';
import { readWaiting } from './walk';

/** Piece by piece; puts the answers into `answers`, by the id of the rule. */
export function* answerTogether(
  rules: readonly Rule[],
  context: RuleContext,
  answers: Map<string, RuleAnswer>,
): Steps<void> {
  const started: (readonly [string, () => RuleAnswer])[] = [];
  for (const rule of rules) {
    started.push([rule.id, startRule(rule, context)]);
    yield;
  }
  yield* readWaiting(context.graph);
  for (const [id, answer] of started) {
    answers.set(id, answer());
    yield;
  }
}
