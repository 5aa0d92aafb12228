/** The mechanical fixes by rule. Adding one is adding a file to `fixes/` and a line here. */
import type { Fix } from './fixes/fix';
import { FIX_NAD_003 } from './fixes/NAD-003';
import { FIX_NAD_005 } from './fixes/NAD-005';
import { FIX_NAD_006 } from './fixes/NAD-006';
import { FIX_NAD_010 } from './fixes/NAD-010';
import { FIX_NAD_011 } from './fixes/NAD-011';
import { FIX_NAD_017 } from './fixes/NAD-017';
import { FIX_NAD_018 } from './fixes/NAD-018';
import { FIX_NNCP_012 } from './fixes/NNCP-012';
import { FIX_NNCP_013 } from './fixes/NNCP-013';
import { FIX_NNCP_014 } from './fixes/NNCP-014';
import { FIX_NNCP_021 } from './fixes/NNCP-021';

const FIXES: readonly Fix[] = [
  FIX_NAD_003,
  FIX_NAD_005,
  FIX_NAD_006,
  FIX_NAD_010,
  FIX_NAD_011,
  FIX_NAD_017,
  FIX_NAD_018,
  FIX_NNCP_012,
  FIX_NNCP_013,
  FIX_NNCP_014,
  FIX_NNCP_021,
];

/** Rule id -> its fix. */
export const FIX_OF_RULE: ReadonlyMap<string, Fix> = new Map(FIXES.map((fix) => [fix.rule, fix]));
