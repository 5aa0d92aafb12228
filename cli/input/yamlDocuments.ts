/**
 * Cuts YAML text into documents, and a document that is a List into its items, without parsing
 * it: each piece can then be parsed, read and forgotten before the next, so that a dump of
 * 100 MB needs little memory, and one broken item costs only itself.
 */

/** A piece of a document that can be parsed by itself. */
export interface YamlPiece {
  readonly text: string;
  /** What the piece is in the file, for messages. */
  readonly place: string;
}

/** A document, or a List cut into its head (everything but the items) and its items. */
export type YamlDocument =
  | { readonly form: 'document'; readonly piece: YamlPiece }
  | { readonly form: 'list'; readonly head: YamlPiece; readonly items: Iterable<YamlPiece> };

const MARKER = /^---(?=\s|$)/gm;
const CONTENT = /^(?!\s*(?:#|%|$))/m;

/** Text of each document; those with nothing but comments and directives are left out. */
const documentTexts = (text: string): string[] => {
  const starts = [0];
  for (const marker of text.matchAll(MARKER)) starts.push(marker.index);
  return starts
    .map((start, index) => text.slice(start, starts[index + 1]))
    .map((document) => document.replace(/^---[ ]*/, ''))
    .filter((document) => CONTENT.test(document));
};

const ITEMS = /^items:[ ]*$/m;
const FIRST_ITEM = /^( *)- /;
/** An alias may refer to an anchor in another item: such a document stays in one piece. */
const ALIAS = /(?:: |- )\*[\w.-]+[ ]*$/m;

/** Where a line begins that stands at column 0 and is no list item; the end when there is none. */
const endOfItems = (text: string, from: number): number => {
  let start = from;
  while (start < text.length) {
    const first = text[start];
    const isItem = first === '-' && text[start + 1] === ' ';
    if (first !== ' ' && first !== '\n' && first !== '#' && !isItem) return start;
    const next = text.indexOf('\n', start);
    if (next === -1) return text.length;
    start = next + 1;
  }
  return text.length;
};

/** Items between two offsets; the dash becomes a space, so that each is a document. */
function* itemPieces(
  text: string,
  from: number,
  to: number,
  dash: string,
  place: string,
): Generator<YamlPiece> {
  let start = from;
  for (let number = 1; start < to; number += 1) {
    const next = text.indexOf(`\n${dash}`, start);
    const end = next === -1 || next + 1 >= to ? to : next + 1;
    const body = text.slice(start + dash.length, end);
    yield { text: ' '.repeat(dash.length) + body, place: `item ${number} of ${place}` };
    start = end;
  }
}

const cut = (text: string, place: string): YamlDocument => {
  const whole: YamlDocument = { form: 'document', piece: { text, place } };
  const items = ITEMS.exec(text);
  if (items === null) return whole;
  const from = items.index + items[0].length + 1;
  const dash = FIRST_ITEM.exec(text.slice(from, from + 80))?.[0];
  if (dash === undefined || ALIAS.test(text)) return whole;
  const to = endOfItems(text, from);
  const head = { text: `${text.slice(0, items.index)}${text.slice(to)}`, place };
  return { form: 'list', head, items: itemPieces(text, from, to, dash, place) };
};

/** Takes the text of a file and gives its documents in order. */
export function* yamlDocuments(text: string): Generator<YamlDocument> {
  const texts = documentTexts(text);
  for (const [index, document] of texts.entries()) {
    yield cut(document, texts.length === 1 ? 'the document' : `document ${index + 1}`);
  }
}
