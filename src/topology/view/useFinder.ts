/**
 * The search, loaded once there is something to be found or somebody asks, and prepared while nobody searches: what
 * tens of thousands of things can be found by is put together in slices, so that the first letter that is typed
 * is answered as fast as the second.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import type { NetworkGraph } from '../../network/networkGraph';
import { SMOOTH_SLICE, inSlices } from '../../ui/inSlices';
import type * as FindEntities from './findEntities';

export type Finder = typeof FindEntities;

/** Milliseconds between two slices. */
const PAUSE = 16;

/**
 * Undefined until it is loaded. A defect while loading is thrown, for the error boundary around, once somebody
 * waits for it; before that it is let be, and the first letter asks again.
 */
export const useFinder = (graph: NetworkGraph, query: string): Finder | undefined => {
  const [finder, setFinder] = useState<Finder>();
  const isComplete = useMemo(() => isSnapshotComplete(graph.snapshot), [graph]);
  const isAsked = query !== '';
  const isMissing = finder === undefined && (isComplete || isAsked);
  useEffect(() => {
    if (!isMissing) return;
    // Nothing to end: a function for that would live as long as the box, and keep the first graph with it.
    import('./findEntities').then(setFinder, (error: unknown) => {
      if (!isAsked) return;
      setFinder(() => {
        throw error;
      });
    });
  }, [isMissing, isAsked]);
  // Once is enough: of later graphs only what has changed is new.
  const isReady = useRef(false);
  useEffect(() => {
    if (finder === undefined || isReady.current || !isComplete) return undefined;
    return inSlices(finder.prepareFind(graph), {
      delay: PAUSE,
      slice: SMOOTH_SLICE,
      pause: PAUSE,
      done: () => (isReady.current = true),
      // The first search meets the same defect, and the error boundary around it shows that.
      failed: () => undefined,
    });
  }, [finder, graph, isComplete]);
  return finder;
};
