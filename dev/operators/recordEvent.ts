/**
 * Writes a core/v1 Event about an object, counting repeats on one Event as the event recorder of
 * client-go does. Events about cluster-scoped objects land in the namespace `default`.
 */
import type { KubeObject } from '../api-server/kubeObject';
import type { KubeClient } from './client';
import { hasStatus } from './client';
import { timestamp } from './clock';
import { stableHex } from './nmstate/stableHash';
import { EVENTS } from './resources';

interface EventObject extends KubeObject {
  count?: number;
  lastTimestamp?: string;
}

export interface EventText {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  component: string;
}

export async function recordEvent(
  client: KubeClient,
  about: KubeObject,
  { type, reason, message, component }: EventText,
): Promise<void> {
  const { name, namespace, uid } = about.metadata;
  const home = namespace ?? 'default';
  const eventName = `${name}.${stableHex(`${about.kind}/${uid}/${reason}/${message}`, 16)}`;
  const now = timestamp();
  const repeated = await client.update<EventObject>(
    EVENTS,
    { namespace: home, name: eventName },
    (event) => ({ ...event, count: (event.count ?? 1) + 1, lastTimestamp: now }),
  );
  if (repeated) return;
  try {
    await client.create<EventObject>(EVENTS, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: eventName, namespace: home },
      involvedObject: {
        apiVersion: about.apiVersion,
        kind: about.kind,
        name,
        ...(namespace === undefined ? {} : { namespace }),
        uid,
      },
      count: 1,
      firstTimestamp: now,
      lastTimestamp: now,
      message,
      reason,
      source: { component },
      type,
    });
  } catch (error) {
    // Two runs met, or the namespace is going away: the event is not worth a failed reconcile.
    if (!hasStatus(error, 409) && !hasStatus(error, 403) && !hasStatus(error, 404)) throw error;
  }
}
