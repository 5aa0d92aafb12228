/**
 * One watch request: the events of a resource after a resourceVersion, line by line from a chunked
 * answer. Ends when the server closes; throws ApiError, with status 410 when the version is too old.
 * Source: Kubernetes API concepts, "Efficient detection of changes".
 */
import type { KubeObject } from '../api-server/kubeObject';
import type { KubeClient } from './client';
import { ApiError } from './client';
import type { ResourceRef } from './resources';
import { resourcePath } from './resources';

export interface WatchEvent<T extends KubeObject> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: T;
}

export async function* watch<T extends KubeObject>(
  client: KubeClient,
  ref: ResourceRef,
  resourceVersion: string,
): AsyncGenerator<WatchEvent<T>> {
  const response = await client.request(resourcePath(ref), {
    query: { watch: '1', allowWatchBookmarks: 'true', resourceVersion },
  });
  if (!response.body) throw new Error(`watching ${ref.plural}: the answer has no body`);
  for await (const line of lines(response.body)) {
    const event = JSON.parse(line) as
      | WatchEvent<T>
      | { type: 'ERROR'; object: { code?: number; message?: string; reason?: string } };
    if (event.type === 'ERROR') {
      const { code = 500, message = 'watch failed', reason = '' } = event.object;
      throw new ApiError(code, reason, `watching ${ref.plural}: ${message}`);
    }
    yield event;
  }
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.trim() !== '') yield part;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
