/** NAD-018: the NAD asks the scheduler for a bridge that is not its own. */
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { markBridge, nadTarget } from './nadFix';

export const FIX_NAD_018: Fix = {
  rule: 'NAD-018',
  purpose: text('Annotate the NAD with the resource of its bridge'),
  targetOf: nadTarget,
  operations: markBridge,
  waitFor: () => ({ type: 'none' }),
};
