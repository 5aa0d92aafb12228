/** One request to the server under test over HTTPS and HTTP/1.1, with the body's bytes as they travelled. */
import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface HttpsRequest {
  readonly port: number;
  /** Certificate to trust, in PEM form. */
  readonly ca: string;
  readonly path: string;
  readonly host?: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
}

export interface HttpsAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** @throws when the connection or the handshake fails */
export async function fetchFrom(wanted: HttpsRequest): Promise<HttpsAnswer> {
  const { host = 'localhost', ...options } = wanted;
  const sent = request({ host, agent: false, ...options }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
}
