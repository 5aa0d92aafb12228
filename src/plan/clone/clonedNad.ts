/**
 * A NAD with another name and another configuration; what nobody asked to change stays as it is written.
 * Keys of a CNI configuration count in any case, and one that the plugin does not know (`vlan` to
 * OVN-Kubernetes, `vlanID` to a bridge) goes with the right one. Domain reference A.4.3, A.4.4.
 */
import { asArray, asString, parseJson, recordOf, textOf } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import { bridgeResource, nadBody, RESOURCE_NAME, vlanTrunk } from '../objectBodies';
import type { CloneMedium } from './cloneSource';
import type { CloneValues } from './clonedBody';

export interface ClonedNad {
  readonly name: string;
  readonly jobId: string;
  readonly medium: CloneMedium;
  readonly values: CloneValues;
}

/** `source` as the API serves it; undefined where its configuration is no JSON object. */
export const clonedNad = (source: KubeObject, clone: ClonedNad): KubeObject | undefined => {
  const config = recordOf(parseJson(asString(recordOf(source.spec).config)));
  if (Object.keys(config).length === 0) return undefined;
  const namespace = textOf(source.metadata?.namespace);
  const changes = changesOf(clone, `${namespace}/${clone.name}`);
  const [plugin, ...others] = asArray(config.plugins).map(recordOf);
  const isList = textOf(config.type) === '' && plugin !== undefined;
  const changed = isList
    ? { ...withKeys(config, { name: clone.name }), plugins: [withKeys(plugin, changes), ...others] }
    : withKeys(config, { name: clone.name, ...changes });
  const { name, jobId, values } = clone;
  return nadBody(namespace, name, jobId, changed, annotationsOf(source, values));
};

/** Keys to write; undefined takes one out. */
const changesOf = ({ medium, values }: ClonedNad, nad: string): JsonRecord => {
  const { vlan, mtu, localnet, bridge, guestVlans, subnets } = values;
  if (medium === 'bridge') {
    const trunk = guestVlans === undefined ? {} : { vlanTrunk: vlanTrunk(guestVlans) };
    return { bridge, vlan, vlanID: undefined, mtu, ...trunk };
  }
  return {
    netAttachDefName: nad,
    mtu,
    ...(subnets === undefined ? {} : { subnets: subnets.join(',') }),
    // Said even where it was not before: without it the new name would be the localnet's.
    ...(medium === 'localnet'
      ? { physicalNetworkName: localnet, vlanID: vlan, vlan: undefined }
      : {}),
  };
};

const withKeys = (written: JsonRecord, changes: JsonRecord): KubeObject => {
  const wanted = new Map(Object.entries(changes).map(([key, value]) => [key.toLowerCase(), value]));
  const kept = Object.entries(written).flatMap(([key, value]): [string, unknown][] => {
    const lower = key.toLowerCase();
    if (!wanted.has(lower)) return [[key, value]];
    const next = wanted.get(lower);
    wanted.delete(lower);
    return next === undefined ? [] : [[key, next]];
  });
  const added = Object.entries(changes).filter(
    ([key, value]) => value !== undefined && wanted.has(key.toLowerCase()),
  );
  return Object.fromEntries([...kept, ...added]);
};

/** The scheduler's resource goes with the bridge; what others wrote for themselves is not copied. */
const annotationsOf = (
  { metadata }: KubeObject,
  { bridge }: CloneValues,
): Readonly<Record<string, string>> | undefined => {
  const resource = asString(recordOf(metadata?.annotations)[RESOURCE_NAME]);
  if (resource === undefined) return undefined;
  return { [RESOURCE_NAME]: bridge === undefined ? resource : bridgeResource(bridge) };
};
