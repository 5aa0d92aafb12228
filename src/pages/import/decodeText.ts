/**
 * The text of a file, whatever wrote it: UTF-8 or UTF-16 by its byte order mark (PowerShell's Out-File
 * writes UTF-16), else UTF-8, and where that cannot be, the code page that Excel takes on Windows.
 */
export const decodeText = (bytes: ArrayBuffer): string => {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every sequence of bytes is something in this code page.
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
