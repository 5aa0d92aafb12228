/**
 * Serves the development console: the host page, the built plugin, its translations, and the Kubernetes
 * API of the embedded server, under the paths and with the headers of the real console.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { consoleLines, defaultLine } from './lines/consoleLines';
import { apiPrefix, cookieOf, lacksCsrfToken, toApiRequest, userOf } from './server/apiRequest';
import type { ConsoleUser } from './server/apiRequest';
import { compressResponse } from './server/compressResponse';
import type { ClusterNotice } from './server/clusterNotice';
import { findStranger } from './server/findStranger';
import { indexPage } from './server/indexPage';
import { pseudoLanguage, pseudoLocale } from './server/pseudoLocale';
import { proxyPluginFile } from './server/proxyPluginFile';
import type { PluginServer } from './server/proxyPluginFile';
import { securityPolicy } from './server/securityPolicy';
import { notFound, serveFile } from './server/serveFile';

/** The part of the embedded API server that the console's server passes requests to. */
export interface ApiHandler {
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface DevConsoleOptions {
  readonly apiServer: ApiHandler;
  /** 0 for any free one. */
  readonly port?: number;
  /** Address to listen on; only this machine unless told otherwise. */
  readonly host?: string;
  /** Who one can act as; the first is the default and has every right. */
  readonly users?: readonly ConsoleUser[];
  /** What a person should know about the cluster, shown above every page. */
  readonly notice?: ClusterNotice;
  /** Whether the page offers the faults of the embedded cluster. */
  readonly faults?: 'offered';
  /** The time the page takes for now, in milliseconds; the clock's unless given. */
  readonly now?: number;
  /** The console to play, a key of `consoleLines`. */
  readonly line?: string;
  /** The built plugin. */
  readonly pluginFolder?: string;
  /** Serves the plugin instead of `pluginFolder`. */
  readonly pluginServer?: PluginServer | undefined;
}

export interface DevConsole {
  readonly url: string;
  close(): Promise<void>;
}

// Run by tsx, jest or Playwright this is CommonJS; bundled it is a module, started at the root by npm.
const root = typeof __dirname === 'string' ? path.resolve(__dirname, '../..') : process.cwd();
/** Who the page acts as by default: the API server takes a request without a token for theirs. */
export const clusterAdministrator: ConsoleUser = { name: 'kube:admin' };

const pluginName = 'vm-networks';
const pluginPrefix = `/api/plugins/${pluginName}/`;

const hostFolderOf = (line: string) => path.join(root, `.cache/dev-console-${line}`);

function refuse(response: ServerResponse, why: string) {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
}

/** Of the plugin, by language and namespace; undefined when the query does not name one plainly. */
function translationsFile(url: URL): string | undefined {
  const language = url.searchParams.get('lng') ?? '';
  const namespace = url.searchParams.get('ns') ?? '';
  const isPlain = /^[\w-]+$/.test(language) && /^[\w-]+$/.test(namespace);
  return isPlain ? `locales/${language}/${namespace}.json` : undefined;
}

/** `file` is the one of the pseudo language, which is made from the English one. */
async function sendPseudoTranslations(response: ServerResponse, folder: string, file: string) {
  const english = path.join(folder, file.replace(`/${pseudoLanguage}/`, '/en/'));
  const sentences = JSON.parse(await readFile(english, 'utf8')) as Record<string, string>;
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(pseudoLocale(sentences)));
}

type Defaulted = 'port' | 'host' | 'users' | 'line' | 'pluginFolder';
type CompleteOptions = DevConsoleOptions & Required<Pick<DevConsoleOptions, Defaulted>>;

function requestHandler(options: CompleteOptions) {
  const { apiServer, users, notice, faults, now, line, pluginFolder } = options;
  const hostFolder = hostFolderOf(line);

  /** `file` is percent-encoded, as it came. */
  const sendPluginFile = (request: IncomingMessage, response: ServerResponse, file: string) =>
    options.pluginServer === undefined
      ? serveFile(response, pluginFolder, decodeURIComponent(file))
      : proxyPluginFile(request, response, options.pluginServer, file);

  const sendPage = (request: IncomingMessage, response: ServerResponse) => {
    const nonce = randomBytes(16).toString('base64');
    const token = cookieOf(request, 'csrf-token') || randomBytes(32).toString('hex');
    const flags = {
      basePath: '/',
      consolePlugins: [pluginName],
      releaseVersion: consoleLines[line]?.releaseVersion,
      i18nNamespaces: [`plugin__${pluginName}`],
      userSettingsLocation: 'localstorage',
      devUser: userOf(request, users)?.name,
      devUsers: users.map((user) => user.name),
      devNotice: notice,
      devFaults: faults,
    };
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': securityPolicy(nonce),
      'Set-Cookie': `csrf-token=${token}; Path=/; SameSite=Strict`,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
    });
    response.end(indexPage(flags, nonce, now));
  };

  return async (request: IncomingMessage, response: ServerResponse) => {
    const stranger = findStranger(request, options.host);
    if (stranger !== undefined) {
      refuse(response, stranger);
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { pathname } = url;
    if (pathname === apiPrefix || pathname.startsWith(`${apiPrefix}/`)) {
      if (lacksCsrfToken(request)) {
        refuse(response, 'invalid CSRFToken');
        return;
      }
      toApiRequest(request, users);
      compressResponse(request, response);
      await apiServer.handle(request, response);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    if (pathname.startsWith(pluginPrefix)) {
      await sendPluginFile(request, response, pathname.slice(pluginPrefix.length));
      return;
    }
    if (pathname === '/locales/resource.json') {
      const file = translationsFile(url);
      if (file === undefined) notFound(response, 'translations');
      else if (url.searchParams.get('lng') === pseudoLanguage) {
        await sendPseudoTranslations(response, pluginFolder, file);
      } else await sendPluginFile(request, response, file);
      return;
    }
    if (pathname.startsWith('/static/')) {
      await serveFile(response, hostFolder, decodeURIComponent(pathname.slice('/static/'.length)));
      return;
    }
    if (pathname.startsWith('/api/')) {
      notFound(response, pathname);
      return;
    }
    sendPage(request, response);
  };
}

async function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no address');
  return address;
}

async function requireBuilt(file: string, command: string) {
  await readFile(file).catch(() => {
    throw new Error(`${path.relative(root, file)} is not there: run "${command}" first`);
  });
}

/**
 * Starts the console's server.
 * @returns its URL, and `close`, which also ends open connections
 * @throws when a build is missing, or the port is taken (`EADDRINUSE`)
 */
export async function startDevConsole(options: DevConsoleOptions): Promise<DevConsole> {
  const complete: CompleteOptions = {
    port: 0,
    host: '127.0.0.1',
    users: [clusterAdministrator],
    line: defaultLine,
    pluginFolder: path.join(root, 'dist'),
    ...options,
  };
  await requireBuilt(path.join(complete.pluginFolder, 'plugin-manifest.json'), 'npm run build');
  await requireBuilt(path.join(hostFolderOf(complete.line), 'index.js'), 'npm run build:host');

  const handle = requestHandler(complete);
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(`${request.method ?? ''} ${request.url ?? ''} failed:`, error);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end('The development console failed on this request; see its output\n');
    });
  });
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!(request.url ?? '').startsWith(`${apiPrefix}/`)) {
      socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      return;
    }
    if (findStranger(request, complete.host) !== undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    toApiRequest(request, complete.users);
    complete.apiServer.handleUpgrade(request, socket, head);
  });

  const { port } = await listen(server, complete.port, complete.host);
  const shownHost = complete.host === '127.0.0.1' ? 'localhost' : complete.host;
  return {
    url: `http://${shownHost}:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
