/** What differs in a comparison, one line a field, for tests that read better as text. */
import type { Comparison } from '../intendedVsActual';

/** `agreement field: intended -> actual` of every field that is not the same. */
export const differenceLines = (comparison: Comparison | undefined): string[] =>
  (comparison?.fields ?? [])
    .filter(({ agreement }) => agreement !== 'same')
    .map(
      ({ agreement, field, intended, actual }) =>
        `${agreement} ${field}: ${intended} -> ${actual ?? 'nothing'}`,
    );
