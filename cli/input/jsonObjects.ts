/**
 * The objects in a JSON text: one document, or several after one another, as two `oc get -o json`
 * into one file or `jq -c` leave them.
 */
const OPEN = new Set(['{', '[']);
const CLOSE = new Set(['}', ']']);

/** Cuts a text at the ends of its outermost objects and arrays. */
function* outermost(text: string): Generator<string> {
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (quoted) {
      if (char === '\\') index += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (OPEN.has(char)) depth += 1;
    else if (CLOSE.has(char)) {
      depth -= 1;
      if (depth > 0) continue;
      yield text.slice(start, index + 1);
      start = index + 1;
      depth = 0;
    }
  }
  const rest = text.slice(start).trim();
  if (rest !== '') yield rest;
}

/** Does the text look like JSON at all? YAML may begin alike; then parsing decides. */
export const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** All documents of the text; undefined when it is not JSON throughout. */
export const jsonObjects = (text: string): readonly unknown[] | undefined => {
  try {
    return [JSON.parse(text) as unknown];
  } catch {
    // Not one document; perhaps several.
  }
  const objects: unknown[] = [];
  try {
    for (const part of outermost(text)) objects.push(JSON.parse(part) as unknown);
  } catch {
    return undefined;
  }
  return objects;
};
