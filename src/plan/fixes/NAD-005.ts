/** NAD-005: a VM runs on a node that lacks its localnet. */
import { widerSelectorFix } from './widerSelectorFix';

export const FIX_NAD_005 = widerSelectorFix('NAD-005');
