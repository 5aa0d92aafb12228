/**
 * The definition of a network with another name and other values; what nobody asked to change stays as
 * the API serves it. Its shape: domain reference A.5, A.6.
 */
import { recordOf, textOf } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import type { VlanRange } from '../attachIntent';
import { ownershipLabels } from '../model';

/** What the clone shall have; undefined leaves the key out. */
export interface CloneValues {
  /** Of a localnet network. */
  readonly vlan?: number;
  /** Bytes. */
  readonly mtu?: number;
  /** Bridge-mapping key of a localnet network. */
  readonly localnet?: string;
  /** Of NADs of the bridge CNI. */
  readonly bridge?: string;
  /** VLANs that the guest tags, of a NAD that is a trunk; undefined keeps those of the original. */
  readonly guestVlans?: readonly VlanRange[];
  /** CIDRs; undefined keeps those of the original. */
  readonly subnets?: readonly string[];
}

/** `source` as the API serves it; undefined where its topology is not one that can be cloned. */
export const clonedBody = (
  source: KubeObject,
  name: string,
  jobId: string,
  values: CloneValues,
): KubeObject | undefined => {
  const spec = recordOf(source.spec);
  const isCudn = source.kind === 'ClusterUserDefinedNetwork';
  const definition = isCudn ? recordOf(spec.network) : spec;
  const key = KEYS.get(textOf(definition.topology));
  if (key === undefined) return undefined;
  const changed = { ...definition, [key]: changedPart(recordOf(definition[key]), key, values) };
  const { namespace } = recordOf(source.metadata);
  return {
    apiVersion: source.apiVersion ?? 'k8s.ovn.org/v1',
    kind: textOf(source.kind),
    metadata: {
      name,
      ...(isCudn ? {} : { namespace }),
      labels: ownershipLabels(jobId),
    },
    spec: isCudn ? { ...spec, network: changed } : changed,
  };
};

const KEYS: ReadonlyMap<string, 'localnet' | 'layer2'> = new Map([
  ['Localnet', 'localnet'],
  ['Layer2', 'layer2'],
]);

const changedPart = (
  part: KubeObject,
  key: 'localnet' | 'layer2',
  { vlan, mtu, localnet, subnets }: CloneValues,
): KubeObject => {
  const { vlan: _vlan, mtu: _mtu, ...kept } = part;
  return {
    ...kept,
    ...(subnets === undefined ? {} : { subnets }),
    ...(key === 'localnet' && localnet !== undefined ? { physicalNetworkName: localnet } : {}),
    ...(mtu === undefined ? {} : { mtu }),
    ...(key === 'localnet' && vlan !== undefined
      ? { vlan: { mode: 'Access', access: { id: vlan } } }
      : {}),
  };
};
