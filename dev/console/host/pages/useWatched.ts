/** The SDK's watch with an error that is a message, instead of anything at all. */
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import type { WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';

export interface Watched<T> {
  readonly data: T;
  readonly loaded: boolean;
  readonly error?: string;
}

export function useWatched<T extends object>(resource: WatchK8sResource): Watched<T> {
  const result: readonly unknown[] = useK8sWatchResource(resource);
  const [data, loaded, error] = result as readonly [T, boolean, unknown];
  if (!error) return { data, loaded };
  return { data, loaded, error: error instanceof Error ? error.message : 'The watch failed' };
}
