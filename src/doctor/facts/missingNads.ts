/**
 * VM NICs whose NAD does not exist, with the CUDN that would make it if it selected the namespace.
 * Two rules split these between them: CUDN-004 takes those with a CUDN, VM-001 the rest.
 */
import type { CudnRecord } from '../../cluster/udnRecord';
import { isKnown } from '../../network/evidence';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { namespacesReached } from '../udnFacts';
import { isLeaving, nadName, nadNamespace } from '../vmFacts';
import { perGraph } from './perGraph';

export interface MissingNad {
  readonly vnic: VnicView;
  readonly nadKey: string;
  /** A CUDN of the NAD's name that does not select the namespace of the VM. */
  readonly unselected?: CudnRecord;
  /** A CUDN of the name exists, but whether it selects the namespace is not known. */
  readonly doubtful?: CudnRecord;
}

const cudnFor = (graph: NetworkGraph, vnic: VnicView, nadKey: string): Partial<MissingNad> => {
  const cudn = graph.snapshot.cudns.items.get(nadName(nadKey));
  if (cudn === undefined || nadNamespace(nadKey) !== vnic.namespace) return {};
  const reached = namespacesReached(graph, cudn);
  if (reached === undefined) return { doubtful: cudn };
  return reached.includes(vnic.namespace) ? {} : { unselected: cudn };
};

/** Every NIC that names a NAD which provably does not exist. */
export const missingNads = perGraph((graph): readonly MissingNad[] => {
  const missing: MissingNad[] = [];
  const { nads } = graph.snapshot;
  for (const vnic of graph.vnics.values()) {
    const { nadKey } = vnic;
    if (nadKey === undefined || nads.items.has(nadKey) || isLeaving(vnic)) continue;
    if (!isKnown(nads, nadNamespace(nadKey))) continue;
    missing.push({ vnic, nadKey, ...cudnFor(graph, vnic, nadKey) });
  }
  return missing;
});
