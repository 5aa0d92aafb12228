/** The lines of two texts side by side: kept, taken out, put in (longest common subsequence). */
export interface DiffLine {
  readonly type: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** lengths[i][j]: the longest common subsequence of the lines from i and from j on. */
const commonLengths = (
  before: readonly string[],
  after: readonly string[],
): readonly (readonly number[])[] => {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    const below = lengths[i + 1] ?? [];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] =
        before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
};

/** Takes out before it puts in, where lines differ. */
export const lineDiff = (before: string, after: string): readonly DiffLine[] => {
  const olds = before.split('\n');
  const news = after.split('\n');
  const lengths = commonLengths(olds, news);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < olds.length || j < news.length) {
    const old = olds[i];
    const now = news[j];
    if (old !== undefined && old === now) {
      lines.push({ type: 'kept', text: old });
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (now === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      lines.push({ type: 'removed', text: old });
      i += 1;
    } else if (now !== undefined) {
      lines.push({ type: 'added', text: now });
      j += 1;
    }
  }
  return lines;
};

/** The lines that differ with some lines around them; `null` stands for a stretch left out. */
export const diffContext = (
  lines: readonly DiffLine[],
  around: number,
): readonly (DiffLine | null)[] => {
  const isNear = lines.map((_line, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ type }) => type !== 'kept'),
  );
  const shown: (DiffLine | null)[] = [];
  lines.forEach((line, at) => {
    if (isNear[at] === true) shown.push(line);
    else if (shown.at(-1) !== null) shown.push(null);
  });
  return shown;
};
