/** Text inside XML and its attributes. What XML 1.0 has no way to write becomes a question mark. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** XML 1.0, production 2: tab and line ends of the control characters, no lone surrogates. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '?').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
