/**
 * The two ways a watch travels: JSON lines in a chunked HTTP response (kubectl, client-go), or text
 * frames of a WebSocket (the console in a browser).
 */
import type { ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { WatchSink } from './WatchConnections';

/** A sink that writes JSON lines; sends the headers at once, so that clients know it is open. */
export function responseSink(response: ServerResponse, contentType: string): WatchSink {
  response.writeHead(200, {
    'Content-Type': contentType,
    'Cache-Control': 'no-cache, private',
    'Transfer-Encoding': 'chunked',
  });
  response.flushHeaders();
  return {
    send: (json) => void response.write(`${json}\n`),
    end: () => void response.end(),
    drop: () => void response.destroy(),
    onClose: (callback) => void response.once('close', callback),
  };
}

/** A sink that sends text frames. */
export function webSocketSink(socket: WebSocket): WatchSink {
  return {
    send: (json) => {
      if (socket.readyState === socket.OPEN) {
        socket.send(json);
      }
    },
    end: () => socket.close(1000),
    drop: () => socket.terminate(),
    onClose: (callback) => void socket.once('close', callback),
  };
}
