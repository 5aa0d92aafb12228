/**
 * The table of rules. To add one: a file in rules/, one import and one line here. PRE-… guards
 * are asked before an action and are not in this table.
 */
import type { Rule } from './model';

export const RULES: readonly Rule[] = [];
