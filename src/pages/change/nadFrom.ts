/** Which NAD a VM gets by the bare name of one (domain reference B.2). */
import type { NetworkGraph } from '../../network/networkGraph';
import type { NicChoice } from '../../plan/nicChoice';

/** The NAD of that name in the VM's own project where there is one, else the one in `default`. */
export const nadFrom =
  (graph: NetworkGraph, name: string) =>
  ({ namespace }: Pick<NicChoice, 'namespace'>): string => {
    const own = `${namespace}/${name}`;
    return graph.snapshot.nads.items.has(own) ? own : `default/${name}`;
  };
