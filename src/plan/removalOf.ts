/**
 * How what a policy did to the nodes is taken away again (domain reference B.7): what it made goes
 * `absent`, what it changed is described as it was, because a port freed from a deleted bridge
 * stays down and without addresses unless it is named. Made from the document itself, so that a
 * policy that a person edited in the review is taken back as edited.
 */
import { asArray, recordOf, textOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { IpAddress, IpStack } from '../cluster/interfaceRecord';
import type { NodeView } from '../network/networkGraph';
import { nicBefore } from './nicBefore';

/** Controllers go before what they hold. */
const REMOVAL_ORDER = ['ovs-interface', 'ovs-bridge', 'linux-bridge', 'vlan', 'bond'];

const rank = (entry: KubeObject): number => {
  const found = REMOVAL_ORDER.indexOf(textOf(entry.type));
  return found < 0 ? REMOVAL_ORDER.length : found;
};

/** The desired state that brings the nodes back to what they are now, before `desired` is applied. */
export const removalOf = (desired: KubeObject, nodes: readonly NodeView[]): KubeObject => {
  const entries = asArray(desired.interfaces).map(recordOf);
  const made = entries.filter((entry) => !existsOn(nodes, entry));
  const changed = entries.filter((entry) => existsOn(nodes, entry));
  const interfaces = [
    ...made
      .map(({ name, type }): KubeObject => ({ name, type, state: 'absent' }))
      .sort((a, b) => rank(a) - rank(b)),
    ...changed.map((entry) => asBefore(textOf(entry.name), textOf(entry.type), nodes)),
  ];
  const mappings = asArray(recordOf(desired.ovn)['bridge-mappings'])
    .map((mapping) => textOf(recordOf(mapping).localnet))
    .map((localnet) => mappingBefore(localnet, nodes));
  return {
    ...(interfaces.length === 0 ? {} : { interfaces }),
    ...(mappings.length === 0 ? {} : { ovn: { 'bridge-mappings': mappings } }),
  };
};

const existsOn = (nodes: readonly NodeView[], entry: KubeObject): boolean => {
  const key = `${textOf(entry.type)} ${textOf(entry.name)}`;
  return nodes.some((node) => node.byTypeAndName.has(key));
};

const asBefore = (name: string, type: string, nodes: readonly NodeView[]): KubeObject => {
  const before = nicBefore(nodes, name, type);
  return {
    name,
    type,
    state: before.state === 'down' ? 'down' : 'up',
    ...(before.mtu === undefined ? {} : { mtu: before.mtu }),
    ipv4: stackBefore(before.ipv4),
    ipv6: stackBefore(before.ipv6),
  };
};

const stackBefore = (stack: IpStack | undefined): KubeObject => {
  if (stack === undefined || !stack.enabled) return { enabled: false };
  if (stack.dhcp) return { enabled: true, dhcp: true };
  const address = stack.addresses
    .filter(isRoutable)
    .map((entry) => ({ ip: entry.ip, 'prefix-length': entry.prefix }));
  return address.length === 0 ? { enabled: false } : { enabled: true, dhcp: false, address };
};

const isRoutable = (address: IpAddress): boolean => !address.ip.toLowerCase().startsWith('fe80:');

/** A mapping that some node had is put back; the guards keep plans from changing one. */
const mappingBefore = (localnet: string, nodes: readonly NodeView[]): KubeObject => {
  const bridge = nodes.map((node) => node.mappings?.get(localnet)).find((on) => on !== undefined);
  return bridge === undefined
    ? { localnet, state: 'absent' }
    : { localnet, bridge, state: 'present' };
};
