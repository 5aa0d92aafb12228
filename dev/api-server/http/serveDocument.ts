/**
 * Everything under the server that is not a resource: version, health, discovery and OpenAPI.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  aggregatedContentType,
  aggregatedDiscovery,
  aggregatedVersion,
} from '../discovery/aggregatedDiscovery';
import { apiGroup, apiGroupList, apiResourceList, apiVersions } from '../discovery/legacyDiscovery';
import { openApiDocument, openApiRoot } from '../discovery/openApi';
import type { KindRegistry } from '../kinds/KindRegistry';
import { sendJson, sendPageNotFound } from './respond';

const VERSION = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.4',
  gitCommit: '0000000000000000000000000000000000000000',
  gitTreeState: 'clean',
  buildDate: '2025-04-22T16:03:58Z',
  goVersion: 'go1.23.6',
  compiler: 'gc',
  platform: 'linux/amd64',
};
const HEALTH = new Set(['healthz', 'livez', 'readyz']);

/** Answers a request for a document; 404 when there is none at this path. */
export function serveDocument(
  kinds: KindRegistry,
  segments: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [first = '', second, third] = segments;
  if (HEALTH.has(first)) {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('ok');
    return;
  }
  const aggregated = aggregatedVersion(request.headers.accept);
  if ((first === 'api' || first === 'apis') && second === undefined && aggregated !== undefined) {
    const document = aggregatedDiscovery(kinds, first, aggregated);
    const contentType = aggregatedContentType(aggregated);
    sendJson(response, 200, JSON.stringify(document), { contentType });
    return;
  }
  const document = documentAt(kinds, segments, request.headers.host ?? '');
  if (document === undefined || (third === undefined && first === 'openapi' && second === 'v2')) {
    sendPageNotFound(response);
    return;
  }
  sendJson(response, 200, JSON.stringify(document));
}

function documentAt(
  kinds: KindRegistry,
  segments: readonly string[],
  host: string,
): Record<string, unknown> | undefined {
  const path = segments.join('/');
  if (path === '') {
    return { paths: ['/api', '/apis', '/healthz', '/livez', '/openapi/v3', '/readyz', '/version'] };
  }
  if (path === 'version') {
    return VERSION;
  }
  if (path === 'openapi/v3') {
    return openApiRoot(kinds);
  }
  const [first, second = '', third = '', fourth = '', fifth = ''] = segments;
  if (first === 'openapi') {
    return third === 'api'
      ? openApiDocument(kinds, '', fourth)
      : openApiDocument(kinds, fourth, fifth);
  }
  if (first === 'api') {
    return second === '' ? apiVersions(host) : apiResourceList(kinds, '', second);
  }
  if (first === 'apis' && segments.length <= 3) {
    if (second === '') {
      return apiGroupList(kinds);
    }
    return third === '' ? apiGroup(kinds, second) : apiResourceList(kinds, second, third);
  }
  return undefined;
}
