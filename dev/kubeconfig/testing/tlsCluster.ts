/**
 * A cluster as the tests of the proxy need one: the embedded API server behind TLS, with a certificate
 * authority of its own, users by token and by client certificate, and kubeconfigs that name them.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import type { ApiServerOptions } from '../../api-server/startApiServer';
import { createApiServer } from '../../api-server/startApiServer';

export interface Signed {
  readonly cert: string;
  readonly private: string;
}

const options = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

/** A certificate authority. */
export const makeAuthority = (): Promise<Signed> =>
  generate([{ name: 'commonName', value: 'test authority' }], {
    ...options,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });

/** A certificate for a person or a server, signed by the authority. */
export const sign = (authority: Signed, name: string, host = '127.0.0.1'): Promise<Signed> =>
  generate([{ name: 'commonName', value: name }], {
    ...options,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      {
        name: 'subjectAltName',
        altNames: host === '127.0.0.1' ? [{ type: 7, ip: host }] : [{ type: 2, value: host }],
      },
    ],
  });

export interface TlsCluster {
  readonly url: string;
  readonly authority: Signed;
  /** Headers of the requests that have arrived. */
  readonly seen: readonly IncomingMessage['headers'][];
  close(): Promise<void>;
}

/**
 * Starts one on a free port. Whoever shows a certificate is the user of its common name; others need
 * a token.
 */
export async function startTlsCluster(
  served: Omit<ApiServerOptions, 'port' | 'host'>,
  server: { readonly authority: Signed; readonly host?: string },
): Promise<TlsCluster> {
  const { authority, host } = server;
  const own = await sign(authority, 'api server', host);
  const api = createApiServer(served);
  const seen: IncomingMessage['headers'][] = [];
  const authenticate = (request: IncomingMessage): void => {
    seen.push({ ...request.headers });
    const { socket } = request;
    const peer = socket instanceof TLSSocket ? socket.getPeerCertificate() : undefined;
    // Without a certificate the answer is an empty object, whatever its type says.
    const { subject } = (peer ?? {}) as { subject?: { CN?: string } };
    const name = subject?.CN;
    const token = name === undefined ? 'nobody' : `token-of-${name}`;
    request.headers.authorization ??= `Bearer ${token}`;
  };
  const tls = { cert: own.cert, key: own.private, ca: authority.cert };
  const listener = https.createServer(
    { ...tls, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      authenticate(request);
      api.handle(request, response);
    },
  );
  listener.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
    authenticate(request);
    api.handleUpgrade(request, socket, head);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    authority,
    seen,
    close: async () => {
      await api.close();
      const closed = once(listener, 'close');
      listener.close();
      listener.closeAllConnections();
      await closed;
    },
  };
}

/** Writes a kubeconfig with one context and gives its path. */
export function writeKubeconfig(
  folder: string,
  cluster: object,
  user: object,
  name = 'kubeconfig',
): string {
  const file = path.join(folder, name);
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'here',
    clusters: [{ name: 'lab', cluster }],
    users: [{ name: 'ann', user }],
    contexts: [{ name: 'here', context: { cluster: 'lab', user: 'ann' } }],
  };
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** As kubeconfigs hold certificates. */
export const base64 = (text: string): string => Buffer.from(text).toString('base64');
