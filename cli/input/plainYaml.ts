/**
 * A fast reader for the YAML that `oc get -o yaml` and must-gather write: block mappings and
 * sequences with scalars. A dump of 100 MB takes the full YAML library most of a minute; of what
 * kubectl writes nearly all is this plain subset. Whatever is outside it (anchors, tags, folded
 * blocks, flow collections with content) makes the reader give up, and the caller takes the
 * library instead, so that being fast never means being wrong. A test compares both.
 */
import { parse } from 'yaml';
import { plainScalar } from './plainScalar';

/** Thrown inside and caught in `readPlainYaml`: this text is not of the plain subset. */
class NotPlain extends Error {}

const giveUp = (): never => {
  throw new NotPlain();
};

interface Line {
  readonly indent: number;
  /** Without indentation and trailing spaces; '' for a blank line. */
  readonly text: string;
  readonly raw: string;
}

const SPACE = 32;

const lineOf = (raw: string): Line => {
  let indent = 0;
  while (raw.charCodeAt(indent) === SPACE) indent += 1;
  return { indent, text: raw.slice(indent).trimEnd(), raw };
};

/** Starts of nodes that the subset does not have. */
const SPECIAL = new Set(['&', '*', '!', '@', '`', '%', '>', '?', '\t', ',', ']', '}']);

const QUOTED_KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=:(?: |$))/;

/** End of the key, the index of its colon; -1 when the line is no `key: value`. */
const keyEnd = (text: string): number => {
  const first = text[0];
  if (first === '"' || first === "'") return QUOTED_KEY.exec(text)?.[0].length ?? -1;
  const colon = text.indexOf(': ');
  if (colon !== -1) return colon;
  return text.endsWith(':') ? text.length - 1 : -1;
};

const isDash = (text: string): boolean => text === '-' || text.startsWith('- ');

/** Is a single-line quoted scalar complete, with nothing after it? */
const closesQuote = (text: string): boolean => {
  const quote = text[0];
  let index = 1;
  while (index < text.length) {
    const char = text[index];
    if (quote === '"' && char === '\\') index += 2;
    else if (char !== quote) index += 1;
    else if (quote === "'" && text[index + 1] === "'") index += 2;
    else return index === text.length - 1;
  }
  return false;
};

const unquote = (text: string): unknown => {
  const inner = text.slice(1, -1);
  if (text[0] === "'") return inner.includes("''") ? inner.replaceAll("''", "'") : inner;
  return inner.includes('\\') ? parse(text) : inner;
};

class PlainReader {
  private readonly lines: readonly Line[];
  private at = 0;

  constructor(text: string) {
    this.lines = text.split('\n').map(lineOf);
  }

  document(): unknown {
    const first = this.peek();
    if (first === undefined) return null;
    const value = this.node(first.indent);
    if (this.peek() !== undefined) giveUp();
    return value;
  }

  /** The next line that says something. */
  private peek(): Line | undefined {
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at];
      if (line !== undefined && line.text !== '' && line.text[0] !== '#') return line;
    }
    return undefined;
  }

  private node(indent: number): unknown {
    const line = this.peek();
    if (line === undefined || line.indent !== indent) return giveUp();
    if (isDash(line.text)) return this.sequence(indent);
    if (keyEnd(line.text) === -1) return giveUp();
    return this.mapping(indent, undefined);
  }

  private sequence(indent: number): unknown[] {
    const items: unknown[] = [];
    for (;;) {
      const line = this.peek();
      if (line === undefined || line.indent < indent) return items;
      if (line.indent > indent) giveUp();
      if (!isDash(line.text)) return items;
      items.push(this.item(indent, line.text));
    }
  }

  /** One `- ...`; its text after the dash may itself begin a mapping or a sequence. */
  private item(indent: number, text: string): unknown {
    if (text === '-') {
      this.at += 1;
      const next = this.peek();
      return next !== undefined && next.indent > indent ? this.node(next.indent) : null;
    }
    const inner = text.slice(1).trimStart();
    const innerIndent = indent + text.length - inner.length;
    if (isDash(inner)) return this.nestedSequence(innerIndent, inner);
    if (keyEnd(inner) !== -1) return this.mapping(innerIndent, inner);
    this.at += 1;
    return this.value(inner, indent);
  }

  /** `- - x`: the first item stands on the dash's line, the rest below. */
  private nestedSequence(indent: number, text: string): unknown[] {
    const first = this.item(indent, text);
    const next = this.peek();
    const more = next !== undefined && next.indent === indent && isDash(next.text);
    return more ? [first, ...this.sequence(indent)] : [first];
  }

  /** `first` is the text of a first pair that stands behind a dash. */
  private mapping(indent: number, first: string | undefined): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    let text = first;
    for (;;) {
      if (text === undefined) {
        const line = this.peek();
        if (line === undefined || line.indent < indent) return result;
        if (line.indent > indent) giveUp();
        if (isDash(line.text)) return result;
        text = line.text;
      }
      this.pair(result, indent, text);
      text = undefined;
    }
  }

  private pair(result: Record<string, unknown>, indent: number, text: string): void {
    const end = keyEnd(text);
    const key = end === -1 ? giveUp() : this.key(text.slice(0, end));
    // An assignment to __proto__ would not make a field; the parser proper knows how.
    if (key === '__proto__' || Object.hasOwn(result, key)) giveUp();
    this.at += 1;
    const rest = text.slice(end + 1).trim();
    result[key] = rest === '' || rest[0] === '#' ? this.below(indent) : this.value(rest, indent);
  }

  private key(text: string): string {
    const first = text[0] ?? '';
    if (first === '"' || first === "'") return String(unquote(text));
    // A key that is no text in YAML (a number, null) or needs more than this reader has.
    if (SPECIAL.has(first) || first === '{' || first === '[' || first === '|') giveUp();
    if (text === '<<' || text.includes(' #')) giveUp();
    return text.trimEnd();
  }

  /** The value of a key with nothing behind its colon. */
  private below(indent: number): unknown {
    const next = this.peek();
    if (next === undefined) return null;
    if (next.indent > indent) return this.node(next.indent);
    return next.indent === indent && isDash(next.text) ? this.sequence(indent) : null;
  }

  /** A scalar that begins on the line just passed; `indent` is its parent's. */
  private value(text: string, indent: number): unknown {
    const first = text[0] ?? '';
    if (first === '"' || first === "'") return this.quoted(text, indent);
    if (first === '|') return this.literal(text, indent);
    if (text === '{}') return {};
    if (text === '[]') return [];
    if (first === '{' || first === '[' || SPECIAL.has(first)) return giveUp();
    if (isDash(text) || text.includes(': ') || text.endsWith(':')) return giveUp();
    const comment = text.indexOf(' #');
    if (comment !== -1) return plainScalar(text.slice(0, comment).trimEnd());
    return this.isContinued(indent) ? this.folded(text, indent) : plainScalar(text);
  }

  /** Is the very next line with content part of the scalar above it? */
  private isContinued(indent: number): boolean {
    const here = this.at;
    const next = this.peek();
    // Blank and comment lines in between count: they are newlines, or the end of the scalar.
    this.at = here;
    return next !== undefined && next.indent > indent;
  }

  private quoted(text: string, indent: number): unknown {
    if (closesQuote(text)) return unquote(text);
    // Over several lines: the library folds it; a comment or broken quote makes it throw.
    const parts = [text];
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at];
      if (line === undefined || (line.text !== '' && line.indent <= indent)) break;
      parts.push(line.raw);
    }
    return parse(parts.join('\n'));
  }

  /** A plain scalar over several lines: each break is a space, each blank line a newline. */
  private folded(text: string, indent: number): string {
    let result = text;
    let blanks = 0;
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at];
      if (line === undefined) break;
      if (line.text === '') blanks += 1;
      else if (line.indent <= indent) break;
      else {
        if (line.text.includes(': ') || line.text.endsWith(':')) giveUp();
        if (line.text[0] === '#' || line.text.includes(' #')) giveUp();
        result += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + line.text;
        blanks = 0;
      }
    }
    return result;
  }

  /** A literal block `|`, `|-` or `|+`, without an indentation indicator. */
  private literal(header: string, indent: number): string {
    const chomp = header.slice(1);
    if (chomp !== '' && chomp !== '-' && chomp !== '+') giveUp();
    const block: string[] = [];
    let width = -1;
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at];
      if (line === undefined) break;
      const blank = line.raw.trim() === '';
      if (width === -1 && !blank) width = line.indent > indent ? line.indent : -1;
      if (!blank && (width === -1 || line.indent < width)) break;
      // Spaces on blank lines count in ways that are not worth following.
      if (blank && line.raw.length > Math.max(width, 0)) giveUp();
      block.push(blank ? '' : line.raw.slice(width));
    }
    return chomped(block, chomp);
  }
}

const chomped = (block: readonly string[], chomp: string): string => {
  let end = block.length;
  while (end > 0 && block[end - 1] === '') end -= 1;
  if (chomp === '+') return giveUp();
  const body = block.slice(0, end).join('\n');
  return chomp === '-' || end === 0 ? body : `${body}\n`;
};

/** Takes one document; undefined when it is not of the plain subset. Never throws. */
export const readPlainYaml = (text: string): { readonly value: unknown } | undefined => {
  if (text.includes('\t') || text.includes('\r')) return undefined;
  try {
    return { value: new PlainReader(text).document() };
  } catch {
    // Not plain, or broken: the library decides and has the better message.
    return undefined;
  }
};
