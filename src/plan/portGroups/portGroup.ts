/**
 * A port group of vSphere as a CSV file tells of it: a name, what it says about its VLAN, and the line
 * of the file, by which everything that is said about it can be found again.
 */
import type { Text } from '../../cluster/text';

/** One row of a CSV file. */
export interface CsvRow {
  /** Line of the file at which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface LineProblem {
  readonly line: number;
  readonly message: Text;
}

export type VlanReading =
  | { readonly type: 'access'; readonly vlan: number }
  /** Untagged: no VLAN, or VLAN 0. */
  | { readonly type: 'none' }
  /** Several VLANs that the guest tags itself (virtual guest tagging). */
  | { readonly type: 'trunk'; readonly written: string }
  | { readonly type: 'private'; readonly written: string }
  | { readonly type: 'invalid'; readonly written: string };

export interface PortGroup {
  readonly line: number;
  /** As written. */
  readonly name: string;
  readonly vlan: VlanReading;
  /** '' when there is none. */
  readonly description: string;
}
