/**
 * A decoder turns one known text of NMState, CNI, Multus, OVN-Kubernetes, KubeVirt or
 * kubemacpool into what a person needs: a sentence, the field to change, and the checks that
 * explain it. Adding one is adding a line to a table.
 */
import type { Text } from '../../cluster/text';

export interface Decoder {
  /** Groups of the pattern fill the placeholders of `names`, in order. */
  readonly pattern: RegExp;
  /** Placeholder names of the pattern's groups. */
  readonly names: readonly string[];
  readonly sentence: Text;
  readonly fix: Text;
  /** Where the field to change is, as a path; '' when it is no field. */
  readonly field: string;
  /** Checks that look at the cause. */
  readonly rules: readonly string[];
}

/** A message understood; the raw text stays available to whoever shows it. */
export interface Decoded {
  readonly sentence: Text;
  readonly fix: Text;
  readonly field: string;
  readonly rules: readonly string[];
  readonly raw: string;
}
