/**
 * Where "next problem" stops: what has to be changed, worst first, each once. Consequences are not
 * stops of their own; their cause is.
 */
import type { Diagnosis, Severity } from '../../doctor/model';

const RANK: Readonly<Record<Severity, number>> = { critical: 0, error: 1, warning: 2, info: 3 };

/** Entity ids. */
export const problemStops = ({ findings }: Diagnosis): readonly string[] => {
  const headlines = findings.filter(
    ({ severity, causedBy }) => severity !== 'info' && causedBy.length === 0,
  );
  const sorted = [...headlines].sort(
    (one, other) =>
      RANK[one.severity] - RANK[other.severity] || (one.subject < other.subject ? -1 : 1),
  );
  return [...new Set(sorted.map(({ subject }) => subject))];
};

/** The stop after (or with -1 before) the current one, around the corner at the end. */
export const nextStop = (
  stops: readonly string[],
  current: string,
  by: 1 | -1,
): string | undefined => {
  const at = stops.indexOf(current);
  if (at === -1) return by === 1 ? stops[0] : stops.at(-1);
  return stops[(at + by + stops.length) % stops.length];
};
