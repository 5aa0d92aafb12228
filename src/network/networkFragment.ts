/**
 * The parts of the graph that localnets and OVN networks own, with the edges localnet -> network,
 * network -> CUDN or UDN, and network -> network on one segment. Source: domain reference A.4.3,
 * A.6, B.1, E.1, E.2 (11, 14, 24); rulings 2.
 */
import { metaKey } from '../cluster/meta';
import { attributesOf, edgeOf, entityOf } from './fragment';
import type { Fragment, LooseAttributes } from './fragment';
import type { GraphFacts } from './graphFacts';
import { OK } from './judgement';
import { localnetState } from './localnetState';
import type { Edge } from './model';
import type { NetworkView } from './networkGraph';

const describeLocalnet = (facts: GraphFacts, name: string): LooseAttributes => ({
  mappedNodes: facts.mappings.get(name)?.size ?? 0,
  nodes: facts.nodes.size,
  networks: facts.byPhysicalName.get(name)?.length,
});

/** The localnet itself; the mappings to it belong to their nodes. */
export const localnetFragment = (facts: GraphFacts, name: string): Fragment => {
  const isMapped = facts.mappings.has(name);
  const isWanted = facts.byPhysicalName.has(name) || facts.wantedMappings.has(name);
  const origin = isMapped ? (isWanted ? 'both' : 'actual') : 'intended';
  const judgement = localnetState(facts, name);
  const fields = { id: `localnet/${name}`, kind: 'localnet', name, judgement, origin } as const;
  const described = describeLocalnet(facts, name);
  return { entities: [entityOf(fields, same, described, undefined)], edges: [] };
};

/** For attributes that are worked out at once, where keeping the facts would keep all of them. */
const same = (attributes: LooseAttributes): LooseAttributes => attributes;

const describeNetwork = (network: NetworkView): LooseAttributes => ({
  topology: network.topology,
  vlan: network.vlan,
  mtu: network.mtu,
  mtuStated: network.mtu === undefined ? undefined : network.mtuStated,
  physicalNetworkName: network.physicalName,
  role: network.primary ? 'primary' : 'secondary',
  subnets: network.subnets,
  nads: network.nads.length,
});

/** A network, its localnet, its definition and its neighbours on the wire. */
export const networkFragment = (
  facts: GraphFacts,
  network: NetworkView,
  sameSegment: ReadonlySet<string> | undefined,
): Fragment => {
  const { id, name, physicalName, cudn, udn } = network;
  const judgement = physicalName === '' ? OK : localnetState(facts, physicalName);
  const edges: Edge[] = [];
  if (physicalName !== '') {
    const vlan = attributesOf({ vlan: network.vlan });
    const localnet = `localnet/${physicalName}`;
    edges.push(edgeOf(localnet, id, 'physicalNetwork', judgement, 'both', vlan));
  }
  if (cudn !== undefined) edges.push(edgeOf(id, `cudn/${cudn.meta.name}`, 'definition'));
  if (udn !== undefined) edges.push(edgeOf(id, `udn/${metaKey(udn.meta)}`, 'definition'));
  for (const other of sameSegment ?? []) edges.push(edgeOf(id, `network/${other}`, 'sameSegment'));
  const origin = network.nads.length > 0 ? 'both' : 'intended';
  const fields = { id, kind: 'network', name, judgement, origin } as const;
  return { entities: [entityOf(fields, describeNetwork, network, undefined)], edges };
};
