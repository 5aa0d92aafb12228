/** What was typed into one field, separated by commas or space. */
export const typedList = (typed: string): readonly string[] =>
  typed
    .split(/[\s,]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
