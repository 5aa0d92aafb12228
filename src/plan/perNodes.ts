/**
 * Work over all chosen nodes that is done once for each selection and key: a form asks on every key that
 * is typed, and the nodes stay the same (`nodesOfIntent` gives the same array for them).
 */
import type { NodeView } from '../network/networkGraph';

type OfNodes<T> = (nodes: readonly NodeView[], key: string) => T;

export const perNodes = <T>(work: OfNodes<T>): OfNodes<T> => {
  const known = new WeakMap<readonly NodeView[], Map<string, T>>();
  return (nodes, key) => {
    const ofNodes = known.get(nodes) ?? new Map<string, T>();
    known.set(nodes, ofNodes);
    const before = ofNodes.get(key);
    if (before !== undefined || ofNodes.has(key)) return before as T;
    const result = work(nodes, key);
    ofNodes.set(key, result);
    return result;
  };
};
