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
 * Undefined until it is loaded; a defect while loading is thrown, for the error boundary around. A hook by itself,
 * because what ends its effect lives as long as the box and would keep the first graph with it.
 */
const useLoaded = (isWanted: boolean): Finder | undefined => {
  const [finder, setFinder] = useState<Finder>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let isHere = true;
    import('./findEntities').then(
      (loaded) => isHere && setFinder(loaded),
      (error: unknown) =>
        isHere &&
        setFinder(() => {
          throw error;
        }),
    );
    return () => void (isHere = false);
  }, [isWanted]);
  return finder;
};

/** As `useLoaded`, from when the lists have come in or something is typed. */
export const useFinder = (graph: NetworkGraph, query: string): Finder | undefined => {
  const isComplete = useMemo(() => isSnapshotComplete(graph.snapshot), [graph]);
  const finder = useLoaded(isComplete || query !== '');
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
