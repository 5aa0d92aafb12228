/**
 * The pseudo-locale `qps`: every English sentence marked at both ends, with accents, and a third longer, as
 * translations are. On a page in it, text without the marks was never translated, and text without its end
 * was cut off. The dev console serves it for `?lng=qps`.
 */
export const pseudoLanguage = 'qps';

/** What a translated sentence begins and ends with. */
export const pseudoMarks = { start: '⟦', end: '⟧' } as const;

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

const placeholder = /(\{\{[^}]*\}\})/;

/** One sentence; its placeholders stay what they are. */
export function pseudoSentence(sentence: string): string {
  const parts = sentence.split(placeholder);
  const changed = parts.map((part) =>
    placeholder.test(part)
      ? part
      : part.replace(/[a-zA-Z]/g, (letter) => accented[letter] ?? letter),
  );
  const letters = parts.filter((part) => !placeholder.test(part)).join('').length;
  const padding = '~'.repeat(Math.ceil(letters / 3));
  return `${pseudoMarks.start}${changed.join('')}${padding}${pseudoMarks.end}`;
}

/** A whole file of translations. */
export function pseudoLocale(
  english: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(english).map(([key, sentence]) => [key, pseudoSentence(sentence)]),
  );
}
