/** One of the user's networks on one node, and what it is drawn into. */
import type { NetworkGraph, NetworkView } from '../networkGraph';
import type { OvnBuilder } from './ovnBuilder';

export interface NetworkOnNode {
  readonly builder: OvnBuilder;
  readonly graph: NetworkGraph;
  readonly network: NetworkView;
  readonly node: string;
  /** VM NICs on it here. */
  readonly ports: number;
}
