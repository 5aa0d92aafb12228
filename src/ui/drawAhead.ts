/**
 * What a drawing will need of a new graph, worked out before anybody is told of that graph. React draws in
 * one piece; a view of ten thousand VMs that is prepared beforehand, piece by piece, is then drawn from what
 * is there already, and it still shows one graph with the findings of the same graph.
 */
import { useEffect, useRef } from 'react';
import type { Diagnosis } from '../doctor/model';
import type { NetworkGraph } from '../network/networkGraph';
import type { Steps } from '../network/steps';

/** What is about to be drawn. */
export interface Coming {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
}

/** @param shown the graph that is drawn now; a view of another one, such as a proposal, stays out of it */
export type Prepare = (coming: Coming, shown: NetworkGraph | undefined) => Steps<void>;

const preparations = new Set<Prepare>();

/** Prepares whatever is on the page, view by view. */
export function* prepareViews(coming: Coming, shown: NetworkGraph | undefined): Steps<void> {
  for (const prepare of [...preparations]) {
    try {
      yield* prepare(coming, shown);
    } catch {
      // The drawing meets the same defect and hands it to the error boundary of its view.
    }
  }
}

/** Has `prepare` done before each new graph as long as the component is there; the latest one counts. */
export const useDrawAhead = (prepare: Prepare): void => {
  const latest = useRef(prepare);
  latest.current = prepare;
  useEffect(() => {
    const mine: Prepare = (coming, shown) => latest.current(coming, shown);
    preparations.add(mine);
    return () => void preparations.delete(mine);
  }, []);
};
