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

/** Namespaces of which any NAD was read. */
const namespacesSeen = perGraph(
  ({ snapshot }): ReadonlySet<string> =>
    new Set([...snapshot.nads.items.values()].map(({ meta }) => meta.namespace)),
  { of: ['nads'] },
);

const CLUSTER_WIDE = ['nodes', 'namespaces', 'nodeStates', 'policies', 'enactments'] as const;

/** Somebody who may read cluster-wide kinds has been looking, not a user of one project. */
const readsWholeCluster = ({ snapshot }: NetworkGraph): boolean =>
  CLUSTER_WIDE.some((kind) => isKnown(snapshot[kind]));

/**
 * Whether a NAD that is not listed does not exist. A dump of one project lists its NADs without
 * saying that others were not asked for: cluster-wide kinds in it tell that it is no such dump.
 */
export const isNadAbsent = (graph: NetworkGraph, vnic: VnicView, nadKey: string): boolean => {
  const { nads } = graph.snapshot;
  const namespace = nadNamespace(nadKey);
  if (nads.items.has(nadKey) || !isKnown(nads, namespace)) return false;
  if (namespace === vnic.namespace || namespacesSeen(graph).has(namespace)) return true;
  return nads.namespaces !== undefined || readsWholeCluster(graph);
};

/** What the NIC lacks, where it names a NAD which provably does not exist. */
export const missingNad = (graph: NetworkGraph, vnic: VnicView): MissingNad | undefined => {
  const { nadKey } = vnic;
  if (nadKey === undefined || graph.snapshot.nads.items.has(nadKey)) return undefined;
  if (isLeaving(vnic) || !isNadAbsent(graph, vnic, nadKey)) return undefined;
  return { vnic, nadKey, ...cudnFor(graph, vnic, nadKey) };
};
