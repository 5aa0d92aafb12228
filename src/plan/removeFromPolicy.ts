/**
 * What a policy must say so that a bridge or a mapping goes from its nodes: deleting the policy would
 * leave them as they are (domain reference B.7). Freed NICs are described, since a port freed from a
 * deleted bridge stays down and without addresses. What else the policy configures stays in it.
 */
import { asArray, recordOf, textOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { NodeView } from '../network/networkGraph';

/** What is to go: a bridge with the mappings onto it, or one mapping. */
export type Unwanted =
  | { readonly type: 'bridge'; readonly name: string }
  | { readonly type: 'localnet'; readonly name: string };

export interface PolicyRemoval {
  /** Desired state that takes it away and keeps the rest. */
  readonly absent: KubeObject;
  /** Desired state without a word of it, to stand afterwards; undefined when nothing is left. */
  readonly rest?: KubeObject;
  /** NICs and bonds that the bridge lets go, sorted. */
  readonly freed: readonly string[];
}

/** Undefined when the policy says nothing of it. `nodes` are those that the policy selects. */
export const removeFromPolicy = (
  desired: KubeObject,
  unwanted: Unwanted,
  nodes: readonly NodeView[],
): PolicyRemoval | undefined => {
  const entries = asArray(desired.interfaces).map(recordOf);
  const mappings = asArray(recordOf(desired.ovn)['bridge-mappings']).map(recordOf);
  const isBridge = (entry: KubeObject): boolean =>
    unwanted.type === 'bridge' &&
    entry.name === unwanted.name &&
    BRIDGE_TYPES.includes(textOf(entry.type));
  const isMapping = (mapping: KubeObject): boolean =>
    unwanted.type === 'bridge'
      ? mapping.bridge === unwanted.name
      : mapping.localnet === unwanted.name;
  const bridges = entries.filter(isBridge);
  const gone = mappings.filter(isMapping);
  if (bridges.length === 0 && gone.length === 0) return undefined;
  const freed = freedPorts(bridges, nodes);
  const others = entries.filter((entry) => !isBridge(entry));
  const kept = others.filter((entry) => !isPlainPort(entry, freed));
  const described = freed.map((name) => freedEntry(name, others, nodes));
  const rest = withParts(
    desired,
    kept,
    mappings.filter((mapping) => !isMapping(mapping)),
  );
  const absent = withParts(
    desired,
    [
      ...bridges
        .map(({ name, type }): KubeObject => ({ name, type, state: 'absent' }))
        .sort((a) => (a.type === 'ovs-interface' ? -1 : 1)),
      ...described,
      ...kept.filter((entry) => !freed.includes(textOf(entry.name))),
    ],
    [
      ...gone.map(({ localnet }): KubeObject => ({ localnet, state: 'absent' })),
      ...mappings.filter((mapping) => !isMapping(mapping)),
    ],
  );
  return { absent, freed, ...(isEmpty(rest) ? {} : { rest }) };
};

const BRIDGE_TYPES: readonly string[] = ['ovs-bridge', 'linux-bridge', 'ovs-interface'];

/** Ports that were there before the bridge: NICs, bonds of the kernel, VLAN interfaces. */
const freedPorts = (
  bridges: readonly KubeObject[],
  nodes: readonly NodeView[],
): readonly string[] => {
  const names = new Set<string>();
  for (const bridge of bridges) {
    const { port, ports } = recordOf(bridge.bridge);
    for (const entry of asArray(port ?? ports).map(recordOf)) {
      const bond = recordOf(entry['link-aggregation']);
      const members = asArray(bond.port ?? bond.ports).map((member) =>
        textOf(recordOf(member).name),
      );
      for (const name of members.length > 0 ? members : [textOf(entry.name)]) {
        if (nodes.some((node) => isCarrier(node, name))) names.add(name);
      }
    }
  }
  return [...names].sort();
};

const CARRIERS: readonly string[] = ['ethernet', 'bond', 'vlan'];

const isCarrier = (node: NodeView, name: string): boolean =>
  CARRIERS.includes(node.byName.get(name)?.type ?? '');

/** An entry that only prepared the NIC for the bridge: its place is taken by the description. */
const isPlainPort = (entry: KubeObject, freed: readonly string[]): boolean =>
  freed.includes(textOf(entry.name)) && textOf(entry.type) === 'ethernet';

const freedEntry = (
  name: string,
  entries: readonly KubeObject[],
  nodes: readonly NodeView[],
): KubeObject => {
  const stated = entries.find((entry) => entry.name === name) ?? {};
  const type = nodes
    .map((node) => node.byName.get(name)?.type)
    .find((found) => found !== undefined);
  return {
    ...stated,
    name,
    type: stated.type ?? type ?? 'ethernet',
    state: 'up',
    ipv4: { enabled: false },
    ipv6: { enabled: false },
  };
};

const withParts = (
  desired: KubeObject,
  interfaces: readonly KubeObject[],
  mappings: readonly KubeObject[],
): KubeObject => {
  const { interfaces: _interfaces, ovn, ...others } = desired;
  const { 'bridge-mappings': _mappings, ...otherOvn } = recordOf(ovn);
  const ovnPart = {
    ...otherOvn,
    ...(mappings.length === 0 ? {} : { 'bridge-mappings': mappings }),
  };
  return {
    ...others,
    ...(interfaces.length === 0 ? {} : { interfaces }),
    ...(Object.keys(ovnPart).length === 0 ? {} : { ovn: ovnPart }),
  };
};

const isEmpty = (desired: KubeObject): boolean => Object.keys(desired).length === 0;
