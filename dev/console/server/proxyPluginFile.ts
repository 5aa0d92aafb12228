/**
 * Fetches a plugin's file from a server of its own, as the real console does, and passes the answer on:
 * status, headers and bytes, compressed as they came.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface PluginServer {
  /** `https://localhost:PORT` */
  readonly url: string;
  /** The certificate to trust, in PEM form. */
  readonly ca: string;
}

/**
 * @param file path of the file, without a leading slash
 * @throws when the server cannot be reached or trusted
 */
export async function proxyPluginFile(
  request: IncomingMessage,
  response: ServerResponse,
  { url, ca }: PluginServer,
  file: string,
): Promise<void> {
  const encoding = request.headers['accept-encoding'];
  const headers = encoding === undefined ? {} : { 'accept-encoding': encoding };
  const sent = requestHttps(`${url}/${file}`, { ca, headers }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}
