/** The one HTML page: server flags in a script with a nonce, then the host's bundle. */
import { shiftedClock } from './shiftedClock';

/** Escapes what could end the script element or be read as markup in it. */
function scriptJson(value: unknown) {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/**
 * @param flags the console's SERVER_FLAGS
 * @param now the time the page shall take for now, in milliseconds; its own clock's unless given
 */
export function indexPage(
  flags: Readonly<Record<string, unknown>>,
  nonce: string,
  now?: number,
): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <base href="/">
    <title>VM Networks development console</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/static/index.css">
    ${now === undefined ? '' : `<script nonce="${nonce}">${shiftedClock(now)}</script>`}
    <script nonce="${nonce}">window.SERVER_FLAGS = ${scriptJson(flags)};</script>
    <script defer src="/static/index.js"></script>
  </head>
  <body><div id="app"></div></body>
</html>
`;
}
