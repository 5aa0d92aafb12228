/** The text of a file, whatever it is wrapped in: gzip, or the UTF-16 that PowerShell writes. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const decode = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
};

/** Takes a path, or a file descriptor such as 0 for standard input. Throws what reading throws. */
export const fileText = (path: string | number): string => {
  const bytes = readFileSync(path);
  const text = decode(isGzip(bytes) ? gunzipSync(bytes) : bytes);
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
};
