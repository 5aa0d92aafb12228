/**
 * Names from a cluster inside a Mermaid diagram. A label is quoted, and whatever could end the
 * quote, begin markup or Markdown, or read as an entity is written as a Mermaid entity code.
 * Source: mermaid.js.org, flowchart syntax, "Entity codes to escape characters".
 */
const CODES: ReadonlyMap<string, string> = new Map([
  ['"', '#quot;'],
  ['#', '#35;'],
  ['&', '#amp;'],
  ['<', '#lt;'],
  ['>', '#gt;'],
  ['`', '#96;'],
  ['\\', '#92;'],
  ['*', '#42;'],
  ['_', '#95;'],
  [';', '#59;'],
  ['\n', ' '],
  ['\r', ' '],
]);

const escape = (text: string): string => {
  let escaped = '';
  for (const char of text) escaped += CODES.get(char) ?? char;
  return escaped;
};

/** Takes the lines of a label; gives it quoted. An empty first line becomes a space. */
export const mermaidLabel = (...lines: readonly string[]): string => {
  const shown = lines.filter((line, index) => index === 0 || line !== '').map(escape);
  return `"${shown.join('<br/>') || ' '}"`;
};
