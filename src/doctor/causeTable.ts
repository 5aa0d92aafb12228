/**
 * Which rule's findings can be the consequence of which others, and by what kind of entity the two
 * recognise each other. Read "effect is caused by causes where both concern the same via". The
 * rules of this table form no cycle (tested).
 */
import type { EntityKind } from '../network/model';

export interface CauseLine {
  readonly effect: string;
  readonly causes: readonly string[];
  readonly via: readonly EntityKind[];
}

/** A policy that did not come to be on a node: what it was to make is missing there. */
const FAILED_POLICY = ['NNCP-001', 'NNCP-002', 'NNCP-003', 'NNCP-004', 'NNCP-016', 'NNCP-025'];

/** What OVN-Kubernetes refuses a NAD for. */
const REFUSED_NAD = ['NAD-002', 'NAD-003', 'NAD-008', 'NAD-009', 'NAD-010', 'NAD-011'];

/** A network that does not reach the nodes of a VM, and why. */
const UNREACHED = ['NAD-004', 'NAD-005', 'NAD-016', 'NAD-018', 'NAD-027', 'CUDN-009'];

/** A VM NIC whose network cannot be found or used at all. */
const UNRESOLVED = ['VM-001', 'VM-002', 'VM-003', 'CUDN-004'];

export const CAUSE_TABLE: readonly CauseLine[] = [
  { effect: 'NODE-001', causes: ['CL-005'], via: ['node'] },
  { effect: 'NODE-002', causes: ['NNCP-021', ...FAILED_POLICY], via: ['mapping', 'bridge'] },
  { effect: 'NODE-004', causes: ['NAD-016', 'NNCP-007', 'NNCP-010', 'NNCP-016'], via: ['bridge'] },
  { effect: 'NODE-005', causes: ['NNCP-007', 'NNCP-016'], via: ['bridge', 'nic'] },
  { effect: 'NODE-013', causes: ['CL-003'], via: ['node', 'cluster'] },
  { effect: 'NNCP-004', causes: ['NODE-001'], via: ['node'] },
  { effect: 'NNCP-002', causes: ['NODE-001'], via: ['node'] },
  {
    effect: 'NNCP-001',
    causes: ['NNCP-007', 'NNCP-008', 'NNCP-011', 'NNCP-012', 'NNCP-018', 'NNCP-023'],
    via: ['policy'],
  },
  {
    effect: 'NNCP-005',
    causes: ['NNCP-001', 'NNCP-008', 'NNCP-011', 'NNCP-018', 'NNCP-023'],
    via: ['policy'],
  },
  { effect: 'NNCP-016', causes: ['NNCP-006', 'NNCP-007'], via: ['policy', 'mapping', 'bridge'] },
  { effect: 'NNCP-016', causes: ['NODE-001'], via: ['node'] },
  { effect: 'NAD-004', causes: FAILED_POLICY, via: ['localnet'] },
  { effect: 'CUDN-009', causes: FAILED_POLICY, via: ['localnet'] },
  { effect: 'NAD-005', causes: FAILED_POLICY, via: ['mapping'] },
  {
    effect: 'NAD-006',
    causes: ['NODE-002', 'NODE-003', 'NNCP-021', ...FAILED_POLICY],
    via: ['mapping'],
  },
  { effect: 'NAD-006', causes: ['NAD-005'], via: ['nad', 'cudn', 'udn'] },
  { effect: 'NAD-012', causes: ['CUDN-005'], via: ['cudn'] },
  { effect: 'NAD-014', causes: [...REFUSED_NAD, 'CUDN-002'], via: ['nad', 'udn', 'cudn'] },
  { effect: 'NAD-015', causes: ['NODE-011'], via: ['localnet'] },
  { effect: 'NAD-016', causes: FAILED_POLICY, via: ['bridge'] },
  { effect: 'NAD-017', causes: ['NAD-016'], via: ['nad'] },
  { effect: 'NAD-018', causes: ['NAD-016'], via: ['nad'] },
  { effect: 'NAD-021', causes: ['NODE-012'], via: ['bridge'] },
  { effect: 'CUDN-001', causes: ['CUDN-006', 'CUDN-007', 'CUDN-010'], via: ['cudn', 'udn'] },
  { effect: 'CUDN-004', causes: ['CUDN-003'], via: ['cudn'] },
  { effect: 'VM-001', causes: ['CUDN-001', 'CUDN-002', 'CUDN-006'], via: ['cudn', 'nad'] },
  { effect: 'VM-003', causes: ['CUDN-010'], via: ['vnic'] },
  { effect: 'VM-008', causes: [...UNREACHED, 'VM-014'], via: ['vnic', 'vm'] },
  {
    effect: 'VM-010',
    causes: [...UNRESOLVED, ...UNREACHED, ...REFUSED_NAD, 'NAD-001', 'NAD-014', 'NAD-019'],
    via: ['vnic'],
  },
  { effect: 'VM-010', causes: ['VM-008', 'VM-011', 'VM-012', 'VM-014'], via: ['vm', 'vnic'] },
  {
    effect: 'VM-012',
    causes: [
      ...UNRESOLVED,
      ...UNREACHED,
      ...REFUSED_NAD,
      'NAD-001',
      'NAD-014',
      'NAD-019',
      'CL-003',
    ],
    via: ['vnic', 'nad', 'cudn', 'udn', 'network'],
  },
  { effect: 'VM-014', causes: [...UNREACHED, 'NAD-006'], via: ['vnic'] },
  { effect: 'VM-014', causes: ['NODE-002', 'NODE-003'], via: ['vnic'] },
  { effect: 'CL-003', causes: ['NAD-008'], via: ['cluster'] },
];
