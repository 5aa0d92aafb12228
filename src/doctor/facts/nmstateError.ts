/**
 * The one line that matters in an enactment's failure message, which else holds the whole log of
 * the apply. Source: nmstate rust/src/lib/error.rs; domain reference A.2, NNCP-001.
 */
const CLASSED = /NmstateError: (\w+): ([^\n]*)/;
const LONGEST = 240;

const shorten = (line: string): string =>
  line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;

/** One line, at most 240 characters; '' for an empty message. */
export const nmstateError = (message: string): string => {
  const classed = CLASSED.exec(message);
  if (classed !== null) return shorten(`${classed[1] ?? ''}: ${(classed[2] ?? '').trim()}`);
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const probe = lines.find((line) => /failed .*probe/i.test(line));
  return shorten(probe ?? lines.at(-1) ?? '');
};
