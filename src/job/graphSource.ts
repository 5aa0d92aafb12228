/** Where a job watches the cluster: the newest graph, and a call on every change. */
import type { NetworkGraph } from '../network/networkGraph';

export interface GraphSource {
  current(): NetworkGraph;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}
