/** What the rules ask of a CUDN or UDN: its id, its name in a sentence, the namespaces it reaches. */
import { conditionOf } from '../cluster/readConditions';
import type { CudnRecord, UdnRecord } from '../cluster/udnRecord';
import { metaKey } from '../cluster/meta';
import { entityId } from '../network/model';
import type { NetworkGraph } from '../network/networkGraph';

export type Definition = CudnRecord | UdnRecord;

/** All CUDNs and UDNs that are visible. */
export const definitions = ({ snapshot }: NetworkGraph): readonly Definition[] => [
  ...snapshot.cudns.items.values(),
  ...snapshot.udns.items.values(),
];

export const idOfDefinition = ({ kind, meta }: Definition): string =>
  kind === 'cudn' ? entityId('cudn', meta.name) : entityId('udn', meta.namespace, meta.name);

export const definitionLabel = ({ kind, meta }: Definition): string =>
  `${kind === 'cudn' ? 'ClusterUserDefinedNetwork' : 'UserDefinedNetwork'} ${metaKey(meta)}`;

const CREATED_IN = /following namespaces: \[([^\]]*)\]/;

/** Namespaces that OVN-Kubernetes says it made the CUDN's NAD in; undefined when it does not say. */
export const namespacesInStatus = (cudn: CudnRecord): readonly string[] | undefined => {
  const list = CREATED_IN.exec(conditionOf(cudn.conditions, 'NetworkCreated')?.message ?? '')?.[1];
  return list?.split(/[\s,]+/).filter((name) => name !== '');
};

/** Namespaces the CUDN reaches: by its selector, else by its status; undefined when neither is known. */
export const namespacesReached = (
  graph: NetworkGraph,
  cudn: CudnRecord,
): readonly string[] | undefined =>
  graph.namespacesOfCudn(cudn.meta.name) ?? namespacesInStatus(cudn);
