/**
 * The lines in which two texts differ, with a few of those that stay around them: what a review shows of a
 * change. The comparison is jsdiff's.
 */
import { structuredPatch } from 'diff';

export interface ChangedLine {
  readonly type: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** Lines that stand together; between two stretches some were left out. */
export type Stretch = readonly ChangedLine[];

const AROUND = 3;

const TYPES: Readonly<Record<string, ChangedLine['type']>> = { '-': 'removed', '+': 'added' };

/** No stretches for equal texts. A line break at the end of a text is no line. */
export const changedLines = (before: string, after: string): readonly Stretch[] => {
  const texts = [before, after].map((text) => `${text.trimEnd()}\n`) as [string, string];
  const { hunks } = structuredPatch('', '', ...texts, '', '', { context: AROUND });
  return hunks.map(({ lines }) =>
    lines.map((line) => ({ type: TYPES[line.charAt(0)] ?? 'kept', text: line.slice(1) })),
  );
};
