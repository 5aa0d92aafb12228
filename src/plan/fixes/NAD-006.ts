/** NAD-006: a VM may land on a node that lacks its localnet. */
import { widerSelectorFix } from './widerSelectorFix';

export const FIX_NAD_006 = widerSelectorFix('NAD-006');
