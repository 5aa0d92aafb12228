/**
 * Prepares the search while nobody searches: what tens of thousands of things can be found by is put together
 * in slices, so that the first letter that is typed is answered as fast as the second.
 */
import { useEffect, useMemo, useRef } from 'react';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import type { NetworkGraph } from '../../network/networkGraph';
import { prepareFind } from './findEntities';

/** Milliseconds of a slice, and between two. */
const SLICE = 8;
const PAUSE = 16;

export const useFindReady = (graph: NetworkGraph): void => {
  // Once is enough: of later graphs only what has changed is new.
  const isReady = useRef(false);
  const isComplete = useMemo(() => isSnapshotComplete(graph.snapshot), [graph]);
  useEffect(() => {
    if (isReady.current || !isComplete) return undefined;
    const steps = prepareFind(graph);
    let timer: ReturnType<typeof setTimeout>;
    const slice = (): void => {
      const end = performance.now() + SLICE;
      while (performance.now() < end) {
        if (steps.next().done === true) {
          isReady.current = true;
          return;
        }
      }
      timer = setTimeout(slice, PAUSE);
    };
    timer = setTimeout(slice, PAUSE);
    return () => clearTimeout(timer);
  }, [graph, isComplete]);
};
