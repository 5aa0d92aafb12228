/**
 * Prepares the search while nobody searches: what tens of thousands of things can be found by is put together
 * in slices, so that the first letter that is typed is answered as fast as the second.
 */
import { useEffect, useMemo, useRef } from 'react';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import type { NetworkGraph } from '../../network/networkGraph';
import { SMOOTH_SLICE, inSlices } from '../../ui/inSlices';
import { prepareFind } from './findEntities';

/** Milliseconds between two slices. */
const PAUSE = 16;

export const useFindReady = (graph: NetworkGraph): void => {
  // Once is enough: of later graphs only what has changed is new.
  const isReady = useRef(false);
  const isComplete = useMemo(() => isSnapshotComplete(graph.snapshot), [graph]);
  useEffect(() => {
    if (isReady.current || !isComplete) return undefined;
    return inSlices(prepareFind(graph), {
      delay: PAUSE,
      slice: SMOOTH_SLICE,
      pause: PAUSE,
      done: () => (isReady.current = true),
      // The first search meets the same defect, and the error boundary around it shows that.
      failed: () => undefined,
    });
  }, [graph, isComplete]);
};
