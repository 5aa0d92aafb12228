/**
 * A network whose definition cannot be changed once it is there (CUDN, UDN: domain reference A.5, A.6), as
 * the form needs it to propose another one in its place. Primary networks and Layer3 are left out: VMs
 * do not move between them.
 */
import type { NetworkGraph, NetworkView, VnicView } from '../../network/networkGraph';
import type { CudnRecord, UdnNetwork, UdnRecord } from '../../cluster/udnRecord';
import { stepId } from '../model';
import type { ObjectRef } from '../model';

export interface CloneSource {
  readonly network: NetworkView;
  readonly definition: CudnRecord | UdnRecord;
  readonly ref: ObjectRef;
  readonly spec: UdnNetwork;
  /** NADs that it offers, `ns/name`, sorted. */
  readonly nads: readonly string[];
  /** VM NICs on it, sorted by key. */
  readonly users: readonly VnicView[];
}

/** @param name of the network in the graph; undefined for one that is not made by a definition */
export const cloneSource = (graph: NetworkGraph, name: string): CloneSource | undefined => {
  const network = graph.networks.get(name);
  const definition = network?.cudn ?? network?.udn;
  if (network === undefined || definition === undefined || network.primary) return undefined;
  if (network.topology !== 'localnet' && network.topology !== 'layer2') return undefined;
  const { meta } = definition;
  const isCudn = definition.kind === 'cudn';
  return {
    network,
    definition,
    ref: {
      apiVersion: 'k8s.ovn.org/v1',
      kind: isCudn ? 'ClusterUserDefinedNetwork' : 'UserDefinedNetwork',
      namespace: isCudn ? '' : meta.namespace,
      name: meta.name,
    },
    spec: definition.network,
    nads: network.nads.map((nad) => `${nad.meta.namespace}/${nad.meta.name}`).sort(),
    users: [...graph.vnicsOfNetwork(name)].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
};

/** By which the object that was read is found. */
export const sourceId = ({ ref }: CloneSource): string => stepId(ref);
