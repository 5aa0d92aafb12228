/**
 * The difference of two texts by lines, as the review shows a patch: removed, added, and a little
 * of what stays around them.
 */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Identity of the line in this difference. */
  readonly at: string;
}

const CONTEXT = 3;

/** Lines of the difference; both texts may end in a line break. */
export const diffLines = (before: string, after: string): readonly DiffLine[] => {
  const all = wholeDiff(before.trimEnd().split('\n'), after.trimEnd().split('\n'));
  const changed = all.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
  const near = new Set(
    changed.flatMap((index) =>
      Array.from({ length: 2 * CONTEXT + 1 }, (_, offset) => index + offset - CONTEXT),
    ),
  );
  return all.filter((_line, index) => near.has(index));
};

const wholeDiff = (old: readonly string[], now: readonly string[]): readonly DiffLine[] => {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const common = commonLines(
    old.slice(head, old.length - tail),
    now.slice(head, now.length - tail),
  );
  return [
    ...old.slice(0, head).map((text, index) => ({ kind: 'same', text, at: `h${index}` }) as const),
    ...common,
    ...old
      .slice(old.length - tail)
      .map((text, index) => ({ kind: 'same', text, at: `t${index}` }) as const),
  ];
};

/** Between the first and the last change: the usual table of longest common subsequences. */
const commonLines = (old: readonly string[], now: readonly string[]): readonly DiffLine[] => {
  const table = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  );
  const length = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === now[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const at = `m${lines.length}`;
    if (i < old.length && old[i] === now[j]) {
      lines.push({ kind: 'same', text: old[i] ?? '', at });
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || length(i + 1, j) >= length(i, j + 1))) {
      lines.push({ kind: 'removed', text: old[i] ?? '', at });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: now[j] ?? '', at });
      j += 1;
    }
  }
  return lines;
};
