/** A number field as typed: empty is undefined, anything that is no whole number NaN. */
export const typedNumber = (typed: string): number | undefined => {
  const trimmed = typed.trim();
  if (trimmed === '') return undefined;
  return /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
};
