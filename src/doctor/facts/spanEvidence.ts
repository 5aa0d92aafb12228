/** Why nothing can be said of the nodes behind a localnet (domain reference C.0, three-valued). */
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Carrier } from '../wiredNads';
import { perGraph } from './perGraph';
import { scopeNodes } from './scopeNodes';
import { distrust } from './stateTrust';
import { takesVms } from './takesVms';

const firstDoubt = perGraph((graph): Text | undefined => {
  for (const node of scopeNodes(graph)) {
    const reason = takesVms(graph, node) ? distrust(graph, node) : undefined;
    if (reason !== undefined) return reason;
  }
  return undefined;
});

/**
 * The first reason among the nodes for VMs that cannot be relied on; undefined when all can, or
 * when two or more were compared anyway.
 */
export const whySpanUnknown = (graph: NetworkGraph, span: readonly Carrier[]): Text | undefined =>
  span.length > 1 ? undefined : firstDoubt(graph);
