/**
 * Indexes over what the nodes report. A node exists for the graph as soon as any object names
 * it: its Node, its NodeNetworkState, an enactment, or a VM that runs there.
 * Source: domain reference A.2, A.3, B.1, E.1.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import type { PolicyRecord } from '../cluster/policyRecord';
import type { Snapshot } from '../cluster/snapshot';
import type { NodeFacts } from './graphFacts';
import { liveOvnNames } from './liveNetworks';
import { machineNetworksOf } from './machineNetworks';
import type { NodeView } from './networkGraph';
import { nodeViewOf } from './nodeView';
import { policiesOfNode } from './policiesOfNode';
import { claimsOf, compareClaims } from './portClaims';
import type { PortClaim } from './portClaims';
import { pushTo } from './multiMap';

export const sortedPolicies = (snapshot: Snapshot): readonly PolicyRecord[] =>
  [...snapshot.policies.items.values()].sort((a, b) => (a.meta.name < b.meta.name ? -1 : 1));

type Nested<T> = Map<string, Map<string, T>>;

const setIn = <T>(map: Nested<T>, outer: string, inner: string, value: T): void => {
  const known = map.get(outer);
  if (known === undefined) map.set(outer, new Map([[inner, value]]));
  else known.set(inner, value);
};

const addTo = (map: Map<string, Set<string>>, key: string, item: string): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([item]));
  else known.add(item);
};

const NO_ENACTMENTS: ReadonlyMap<string, EnactmentRecord> = new Map();

const sortedEnactments = (snapshot: Snapshot): readonly EnactmentRecord[] =>
  [...snapshot.enactments.items.values()].sort((a, b) => (a.meta.name < b.meta.name ? -1 : 1));

/** Makes the node views and the indexes over them. `runningOn`: nodes that VMs name. */
export const buildNodeFacts = (snapshot: Snapshot, runningOn: Iterable<string>): NodeFacts => {
  const policies = sortedPolicies(snapshot);
  const byNode: Nested<EnactmentRecord> = new Map();
  const byPolicy: Nested<EnactmentRecord> = new Map();
  for (const enactment of sortedEnactments(snapshot)) {
    if (enactment.node === '' || enactment.policy === '') continue;
    setIn(byNode, enactment.node, enactment.policy, enactment);
    setIn(byPolicy, enactment.policy, enactment.node, enactment);
  }
  const names = new Set([
    ...snapshot.nodes.items.keys(),
    ...snapshot.nodeStates.items.keys(),
    ...byNode.keys(),
    ...runningOn,
  ]);
  const nodes = new Map<string, NodeView>();
  for (const name of [...names].sort()) {
    const record = snapshot.nodes.items.get(name);
    const enactments = byNode.get(name) ?? NO_ENACTMENTS;
    nodes.set(
      name,
      nodeViewOf({
        name,
        record,
        state: snapshot.nodeStates.items.get(name),
        policies: policiesOfNode(policies, record, enactments),
        enactments,
      }),
    );
  }
  return { nodes, policies, enactments: byPolicy, ...indexNodes(nodes) };
};

type Reports = Omit<NodeFacts, 'nodes' | 'policies' | 'enactments'>;

const indexNodes = (nodes: ReadonlyMap<string, NodeView>): Reports => {
  const mappings: Nested<string> = new Map();
  const wantedMappings = new Map<string, Set<string>>();
  const bridgeNodes = new Map<string, Set<string>>();
  const liveNodes = new Map<string, Set<string>>();
  const portClaims = new Map<string, PortClaim[]>();
  const portsOfSwitch = new Map<string, Set<string>>();
  const machineNetworks = new Map<string, Set<string>>();
  const silentNodes = new Set<string>();
  for (const view of nodes.values()) {
    const { name } = view;
    if (view.mappings === undefined) silentNodes.add(name);
    for (const [localnet, bridge] of view.mappings ?? []) setIn(mappings, localnet, name, bridge);
    for (const policy of view.policies) {
      for (const { localnet, state } of policy.desired.mappings) {
        if (state === 'present') addTo(wantedMappings, localnet, name);
      }
    }
    for (const bridge of view.bridges.keys()) addTo(bridgeNodes, bridge, name);
    for (const ovnName of liveOvnNames(view)) addTo(liveNodes, ovnName, name);
    for (const cidr of machineNetworksOf(view)) addTo(machineNetworks, cidr, name);
    for (const claim of claimsOf(view)) {
      pushTo(portClaims, claim.portId, claim);
      addTo(portsOfSwitch, claim.switchId, claim.portId);
    }
  }
  for (const claims of portClaims.values()) claims.sort(compareClaims);
  return {
    mappings,
    wantedMappings,
    bridgeNodes,
    liveNodes,
    portClaims,
    portsOfSwitch,
    machineNetworks,
    silentNodes,
  };
};
