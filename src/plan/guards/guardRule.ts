/**
 * A guard is a rule that is asked before anything is written: what the form must not let pass, or
 * must say beforehand. Source: domain reference C.7 and the catalogue entries it predicts. One
 * guard, one file; `guards.ts` is the table.
 */
import type { Text } from '../../cluster/text';
import type { FlowContext } from '../flows/flow';
import type { Guard, GuardLevel, IntentField } from '../model';

export interface GuardRule {
  /** Of the domain reference; several guards may predict one entry. */
  readonly id: string;
  /** Every reason why it speaks up for this intent; empty when it does not. */
  readonly check: (context: FlowContext) => readonly Guard[];
}

/** `fix` says what to do where the message alone does not. */
export const guard = (
  id: string,
  level: GuardLevel,
  field: IntentField,
  message: Text,
  fix?: Text,
): Guard => ({ id, level, field, message, ...(fix === undefined ? {} : { fix }) });
