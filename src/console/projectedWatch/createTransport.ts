/**
 * The real transport: lists through the console's fetch, watches through the console's WebSocket
 * proxy. Before a list of an API group the served groups are asked for once, so that an operator that
 * is not installed is an answer of ours and not a 404 in the browser's log.
 */
import type { KubeObject } from '../../cluster/kubeObject';
import { ApiError } from '../ApiError';
import { groupOfPath, withQuery } from '../apiPath';
import { kubernetesSocketUrl } from '../basePath';
import { getJson } from '../consoleFetch';
import { onWake } from './onWake';
import type { ListPage, Socket, WatchTransport } from './WatchTransport';

/** The list of groups is asked for again after this time, in milliseconds. */
const GROUPS_VALID = 60_000;

type Json = Readonly<Record<string, unknown>>;

const asRecord = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};

const toPage = (answer: unknown): ListPage => {
  const list = asRecord(answer);
  if (!Array.isArray(list.items)) {
    throw new ApiError(0, '', 'The API server did not answer with a list');
  }
  const { resourceVersion, continue: next, remainingItemCount } = asRecord(list.metadata);
  return {
    items: list.items as KubeObject[],
    resourceVersion: typeof resourceVersion === 'string' ? resourceVersion : '',
    next: typeof next === 'string' ? next : '',
    ...(typeof remainingItemCount === 'number' ? { remaining: remainingItemCount } : {}),
  };
};

const readGroups = async (): Promise<ReadonlySet<string> | undefined> => {
  try {
    const { groups } = asRecord(await getJson('/apis'));
    return Array.isArray(groups)
      ? new Set(groups.map((group) => String(asRecord(group).name)))
      : undefined;
  } catch {
    // Without the list of groups every kind is simply tried.
    return undefined;
  }
};

/**
 * Makes a transport.
 * @param subprotocols what the console adds to WebSockets while an admin impersonates somebody
 */
export const createTransport = (subprotocols: readonly string[] = []): WatchTransport => {
  let groups: Promise<ReadonlySet<string> | undefined> | undefined;
  let groupsReadAt = 0;
  const servedGroups = (): Promise<ReadonlySet<string> | undefined> => {
    if (groups === undefined || Date.now() - groupsReadAt > GROUPS_VALID) {
      groupsReadAt = Date.now();
      groups = readGroups();
    }
    return groups;
  };
  return {
    async list(path, query, signal) {
      const group = groupOfPath(path);
      if (group !== '' && (await servedGroups())?.has(group) === false) {
        throw new ApiError(404, 'NotFound', `The API group ${group} is not served`);
      }
      return toPage(await getJson(withQuery(path, query), signal));
    },
    open(path, query) {
      const url = kubernetesSocketUrl(withQuery(path, query));
      return new WebSocket(url, [...subprotocols]) as Socket;
    },
    random: () => Math.random(),
    onWake,
  };
};
