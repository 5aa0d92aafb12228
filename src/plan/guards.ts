/** All guards, in the order of the form's fields. */
import { ADDR_001 } from './guards/ADDR-001';
import { NNCP_018, NODE_002 } from './guards/bridgeGuards';
import { FLOW_001 } from './guards/FLOW-001';
import { GIT_001 } from './guards/GIT-001';
import type { GuardRule } from './guards/guardRule';
import { NAD_013 } from './guards/NAD-013';
import { NAD_009, NAME_018, PROJECTS } from './guards/nameGuards';
import { NNCP_003, NNCP_004, NNCP_020, NODE_001 } from './guards/nodeGuards';
import { PRE_004 } from './guards/PRE-004';
import { PRE_006 } from './guards/PRE-006';
import { PRE_007 } from './guards/PRE-007';
import { PRE_008 } from './guards/PRE-008';
import { PRE_009 } from './guards/PRE-009';
import { PRE_010 } from './guards/PRE-010';
import { PRE_011 } from './guards/PRE-011';
import { PRE_012 } from './guards/PRE-012';
import { NAD_010, NAD_021 } from './guards/vlanGuards';
import { VM_001, VM_002, VM_014, VM_015 } from './guards/vmGuards';

export const GUARDS: readonly GuardRule[] = [
  NNCP_003,
  NNCP_004,
  NNCP_020,
  NODE_001,
  PRE_008,
  PRE_009,
  FLOW_001,
  NODE_002,
  NNCP_018,
  PRE_004,
  PRE_006,
  NAD_010,
  NAD_021,
  PRE_010,
  NAD_013,
  ADDR_001,
  NAME_018,
  NAD_009,
  PRE_011,
  PROJECTS,
  VM_001,
  VM_002,
  VM_015,
  VM_014,
  GIT_001,
  PRE_007,
  PRE_012,
];
