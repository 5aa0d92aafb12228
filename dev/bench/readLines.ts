/** Calls back for every line of a stream, until it ends or is aborted. */
export async function readLines(body: ReadableStream<Uint8Array>, onLine: () => void) {
  const NEWLINE = 10;
  try {
    const reader = body.getReader();
    for (;;) {
      const { done, value: chunk } = await reader.read();
      if (done) return;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) onLine();
    }
  } catch {
    // Aborted by whoever started it: there is nothing more to count.
  }
}
