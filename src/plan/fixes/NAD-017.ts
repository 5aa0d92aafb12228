/** NAD-017: tell the scheduler where the Linux bridge is. */
import { text } from '../../cluster/text';
import type { Fix } from './fix';
import { markBridge, nadTarget } from './nadFix';

export const FIX_NAD_017: Fix = {
  rule: 'NAD-017',
  purpose: text('Annotate the NAD with the resource of its bridge'),
  targetOf: nadTarget,
  operations: markBridge,
  waitFor: () => ({ type: 'none' }),
};
