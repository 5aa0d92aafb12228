/**
 * Gzips answers that come whole and are large, as the Kubernetes API does from 128 KiB on
 * (apiserver endpoints/handlers/responsewriters). Watches and other streams pass as they are written.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';

const thresholdBytes = 128 * 1024;

function acceptsGzip(request: IncomingMessage) {
  return (request.headers['accept-encoding'] ?? '').includes('gzip');
}

/**
 * Changes `response` so that an `end(body)` with a large body, with nothing written before, goes out
 * compressed. Headers set by `writeHead` before it are held back until then.
 */
export function compressResponse(request: IncomingMessage, response: ServerResponse) {
  if (!acceptsGzip(request)) return;
  const send = {
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  let heldHead: Parameters<ServerResponse['writeHead']> | undefined;

  /** The answer turned out to be small or a stream: from here on the response is node's own again. */
  const release = () => {
    Object.assign(response, send);
    if (heldHead) send.writeHead(...heldHead);
  };

  const endCompressed = (body: Buffer) => {
    if (heldHead) {
      const [status, ...rest] = heldHead;
      response.statusCode = status;
      for (const headers of rest) {
        if (typeof headers !== 'object' || Array.isArray(headers)) continue;
        for (const [name, value] of Object.entries(headers)) {
          if (value !== undefined) response.setHeader(name, value);
        }
      }
    }
    heldHead = undefined;
    Object.assign(response, send);
    const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
    gzip(view, { level: 1 }, (error, compressed) => {
      if (error) {
        response.destroy(error);
        return;
      }
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Content-Length', compressed.length);
      response.appendHeader('Vary', 'Accept-Encoding');
      send.end(compressed);
    });
  };

  Object.assign(response, {
    writeHead: (...head: Parameters<ServerResponse['writeHead']>) => {
      heldHead = head;
      return response;
    },
    flushHeaders: () => {
      release();
      response.flushHeaders();
    },
    write: (...args: Parameters<ServerResponse['write']>) => {
      release();
      return response.write(...args);
    },
    end: (...args: Parameters<ServerResponse['end']>) => {
      const [body] = args as readonly unknown[];
      const isWhole = typeof body === 'string' || Buffer.isBuffer(body);
      const bytes = isWhole ? Buffer.from(body as string) : Buffer.alloc(0);
      if (bytes.length < thresholdBytes) {
        release();
        return response.end(...args);
      }
      endCompressed(bytes);
      return response;
    },
  });
}
