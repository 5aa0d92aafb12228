/**
 * Brings a graph forward to a newer snapshot. Records are compared by identity, so callers hand
 * in the same record objects for what did not change.
 */
import type { Snapshot } from '../cluster/snapshot';
import { buildGraph } from './buildGraph';
import type { NetworkGraph } from './networkGraph';

/** The graph of `snapshot`, made from `previous`; equal to `buildGraph(snapshot)`. */
export const updateGraph = (previous: NetworkGraph, snapshot: Snapshot): NetworkGraph =>
  previous.snapshot === snapshot ? previous : buildGraph(snapshot);
