/**
 * The table of rules. To add one: a file in rules/, one import and one line here. PRE-… guards
 * are asked before an action and are not in this table.
 */
import type { Rule } from './model';
import { NNCP_001 } from './rules/NNCP-001';
import { NNCP_002 } from './rules/NNCP-002';
import { NNCP_003 } from './rules/NNCP-003';
import { NNCP_004 } from './rules/NNCP-004';
import { NNCP_005 } from './rules/NNCP-005';
import { NNCP_006 } from './rules/NNCP-006';
import { NNCP_007 } from './rules/NNCP-007';
import { NNCP_008 } from './rules/NNCP-008';
import { NNCP_009 } from './rules/NNCP-009';
import { NNCP_010 } from './rules/NNCP-010';
import { NNCP_011 } from './rules/NNCP-011';
import { NNCP_012 } from './rules/NNCP-012';
import { NNCP_013 } from './rules/NNCP-013';
import { NNCP_014 } from './rules/NNCP-014';
import { NNCP_015 } from './rules/NNCP-015';
import { NNCP_016 } from './rules/NNCP-016';
import { NNCP_017 } from './rules/NNCP-017';
import { NNCP_018 } from './rules/NNCP-018';
import { NNCP_019 } from './rules/NNCP-019';
import { NNCP_020 } from './rules/NNCP-020';
import { NNCP_021 } from './rules/NNCP-021';
import { NNCP_022 } from './rules/NNCP-022';
import { NNCP_023 } from './rules/NNCP-023';
import { NNCP_024 } from './rules/NNCP-024';
import { NNCP_025 } from './rules/NNCP-025';
import { NODE_001 } from './rules/NODE-001';
import { NODE_002 } from './rules/NODE-002';
import { NODE_003 } from './rules/NODE-003';
import { NODE_004 } from './rules/NODE-004';
import { NODE_005 } from './rules/NODE-005';
import { NODE_006 } from './rules/NODE-006';
import { NODE_007 } from './rules/NODE-007';
import { NODE_008 } from './rules/NODE-008';
import { NODE_009 } from './rules/NODE-009';
import { NODE_010 } from './rules/NODE-010';
import { NODE_011 } from './rules/NODE-011';
import { NODE_012 } from './rules/NODE-012';
import { NODE_013 } from './rules/NODE-013';
import { NODE_014 } from './rules/NODE-014';
import { NODE_015 } from './rules/NODE-015';
import { NODE_016 } from './rules/NODE-016';

export const RULES: readonly Rule[] = [
  NNCP_001,
  NNCP_002,
  NNCP_003,
  NNCP_004,
  NNCP_005,
  NNCP_006,
  NNCP_007,
  NNCP_008,
  NNCP_009,
  NNCP_010,
  NNCP_011,
  NNCP_012,
  NNCP_013,
  NNCP_014,
  NNCP_015,
  NNCP_016,
  NNCP_017,
  NNCP_018,
  NNCP_019,
  NNCP_020,
  NNCP_021,
  NNCP_022,
  NNCP_023,
  NNCP_024,
  NNCP_025,
  NODE_001,
  NODE_002,
  NODE_003,
  NODE_004,
  NODE_005,
  NODE_006,
  NODE_007,
  NODE_008,
  NODE_009,
  NODE_010,
  NODE_011,
  NODE_012,
  NODE_013,
  NODE_014,
  NODE_015,
  NODE_016,
];
