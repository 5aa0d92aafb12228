/** Names inside a sentence: the first few and how many more, so that 500 nodes stay readable. */

const SHOWN = 4;

/** `a, b, c, d, … (+8)`; the names as given, in their order. */
export const nameList = (names: Iterable<string>): string => {
  const all = [...names];
  const shown = all.slice(0, SHOWN).join(', ');
  return all.length > SHOWN ? `${shown}, … (+${all.length - SHOWN})` : shown;
};
