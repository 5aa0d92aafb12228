/**
 * The table of rules. To add one: a file in rules/, one import and one line here. PRE-… guards
 * are asked before an action and are not in this table.
 */
import type { Rule } from './model';
import { CL_001 } from './rules/CL-001';
import { CL_002 } from './rules/CL-002';
import { CL_003 } from './rules/CL-003';
import { CL_004 } from './rules/CL-004';
import { CL_005 } from './rules/CL-005';
import { CL_006 } from './rules/CL-006';
import { CL_007 } from './rules/CL-007';
import { CUDN_001 } from './rules/CUDN-001';
import { CUDN_002 } from './rules/CUDN-002';
import { CUDN_003 } from './rules/CUDN-003';
import { CUDN_004 } from './rules/CUDN-004';
import { CUDN_005 } from './rules/CUDN-005';
import { CUDN_006 } from './rules/CUDN-006';
import { CUDN_007 } from './rules/CUDN-007';
import { CUDN_008 } from './rules/CUDN-008';
import { CUDN_009 } from './rules/CUDN-009';
import { CUDN_010 } from './rules/CUDN-010';
import { NAD_001 } from './rules/NAD-001';
import { NAD_002 } from './rules/NAD-002';
import { NAD_003 } from './rules/NAD-003';
import { NAD_004 } from './rules/NAD-004';
import { NAD_005 } from './rules/NAD-005';
import { NAD_006 } from './rules/NAD-006';
import { NAD_007 } from './rules/NAD-007';
import { NAD_008 } from './rules/NAD-008';
import { NAD_009 } from './rules/NAD-009';
import { NAD_010 } from './rules/NAD-010';
import { NAD_011 } from './rules/NAD-011';
import { NAD_012 } from './rules/NAD-012';
import { NAD_013 } from './rules/NAD-013';
import { NAD_014 } from './rules/NAD-014';
import { NAD_015 } from './rules/NAD-015';
import { NAD_016 } from './rules/NAD-016';
import { NAD_017 } from './rules/NAD-017';
import { NAD_018 } from './rules/NAD-018';
import { NAD_019 } from './rules/NAD-019';
import { NAD_020 } from './rules/NAD-020';
import { NAD_021 } from './rules/NAD-021';
import { NAD_022 } from './rules/NAD-022';
import { NAD_023 } from './rules/NAD-023';
import { NAD_024 } from './rules/NAD-024';
import { NAD_025 } from './rules/NAD-025';
import { NAD_026 } from './rules/NAD-026';
import { NAD_027 } from './rules/NAD-027';
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
import { VM_001 } from './rules/VM-001';
import { VM_002 } from './rules/VM-002';
import { VM_003 } from './rules/VM-003';
import { VM_004 } from './rules/VM-004';
import { VM_005 } from './rules/VM-005';
import { VM_006 } from './rules/VM-006';
import { VM_007 } from './rules/VM-007';
import { VM_008 } from './rules/VM-008';
import { VM_009 } from './rules/VM-009';
import { VM_010 } from './rules/VM-010';
import { VM_011 } from './rules/VM-011';
import { VM_012 } from './rules/VM-012';
import { VM_013 } from './rules/VM-013';
import { VM_014 } from './rules/VM-014';
import { VM_015 } from './rules/VM-015';
import { VM_016 } from './rules/VM-016';
import { VM_017 } from './rules/VM-017';
import { VM_018 } from './rules/VM-018';

/** From the cluster to the VM, the order in which causes are looked for (domain reference C.0). */
export const RULES: readonly Rule[] = [
  CL_001,
  CL_002,
  CL_003,
  CL_004,
  CL_005,
  CL_006,
  CL_007,
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
  NAD_001,
  NAD_002,
  NAD_003,
  NAD_004,
  NAD_005,
  NAD_006,
  NAD_007,
  NAD_008,
  NAD_009,
  NAD_010,
  NAD_011,
  NAD_012,
  NAD_013,
  NAD_014,
  NAD_015,
  NAD_016,
  NAD_017,
  NAD_018,
  NAD_019,
  NAD_020,
  NAD_021,
  NAD_022,
  NAD_023,
  NAD_024,
  NAD_025,
  NAD_026,
  NAD_027,
  CUDN_001,
  CUDN_002,
  CUDN_003,
  CUDN_004,
  CUDN_005,
  CUDN_006,
  CUDN_007,
  CUDN_008,
  CUDN_009,
  CUDN_010,
  VM_001,
  VM_002,
  VM_003,
  VM_004,
  VM_005,
  VM_006,
  VM_007,
  VM_008,
  VM_009,
  VM_010,
  VM_011,
  VM_012,
  VM_013,
  VM_014,
  VM_015,
  VM_016,
  VM_017,
  VM_018,
];
