/**
 * The objects in a YAML text, one after the other. What cannot be parsed is reported and left
 * out; the rest goes on.
 */
import { parse } from 'yaml';
import { recordOf, textOf } from '../../src/cluster/json';
import { mayMatter } from './pieceKind';
import { readPlainYaml } from './plainYaml';
import { yamlDocuments } from './yamlDocuments';
import type { YamlPiece } from './yamlDocuments';

/** Takes a sentence about something that was left out. */
export type Report = (problem: string) => void;

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;

/** The parsed piece, undefined after reporting why not. */
const parsePiece = (piece: YamlPiece, report: Report): unknown => {
  const plain = readPlainYaml(piece.text);
  if (plain !== undefined) return plain.value;
  try {
    return parse(piece.text, { maxAliasCount: 1000, logLevel: 'error' }) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(`${piece.place} is not valid YAML and is left out: ${firstLine(reason)}`);
    return undefined;
  }
};

/** The parsed piece as an item of its list, so that the list's kind still applies to it. */
function* listObjects(head: YamlPiece, items: Iterable<YamlPiece>, report: Report): Generator {
  const list = recordOf(parsePiece(head, report));
  const kind = textOf(list.kind);
  const typed = kind !== '' && kind !== 'List';
  // An empty list of a kind says that there are none of it.
  if (typed) yield { ...list, items: [] };
  for (const piece of items) {
    if (!typed && !mayMatter(piece.text)) continue;
    const item = parsePiece(piece, report);
    if (item !== undefined) yield typed ? { ...list, items: [item] } : item;
  }
}

/** Takes the text of a YAML file; `report` is told of every piece that cannot be read. */
export function* yamlObjects(text: string, report: Report): Generator {
  for (const document of yamlDocuments(text)) {
    if (document.form === 'list') {
      yield* listObjects(document.head, document.items, report);
    } else if (mayMatter(document.piece.text)) {
      const object = parsePiece(document.piece, report);
      if (object !== undefined) yield object;
    }
  }
}
