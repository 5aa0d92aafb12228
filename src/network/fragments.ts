/**
 * All fragments of a graph. Each part of the picture has one key, and every key that any record
 * refers to has a part, so that the ends of every edge exist.
 */
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import {
  definitionFragment,
  localnetFragment,
  nadFragment,
  networkFragment,
} from './networkFragments';
import { nodeFragment } from './node/nodeFragment';
import {
  clusterFragment,
  multiNetworkPolicyFragment,
  plainFragments,
  policyFragment,
  switchFragment,
  switchPortFragment,
} from './otherFragments';
import { segmentsOf } from './segments';
import { vmFragment } from './vmFragment';

const union = (...keys: readonly Iterable<string>[]): readonly string[] => {
  const all = new Set<string>();
  for (const some of keys) for (const key of some) all.add(key);
  return [...all].sort();
};

export const nadKeys = (facts: GraphFacts): readonly string[] =>
  union(
    facts.snapshot.nads.items.keys(),
    facts.vnicsByNad.keys(),
    facts.expectedNads.keys(),
    facts.nadsOfPolicies,
  );

export const definitionIds = (facts: GraphFacts): readonly string[] =>
  union(
    [...facts.snapshot.cudns.items.keys()].map((key) => `cudn/${key}`),
    [...facts.snapshot.udns.items.keys()].map((key) => `udn/${key}`),
    facts.nadsByDefinition.keys(),
  );

export const localnetNames = (facts: GraphFacts): readonly string[] =>
  union(facts.mappings.keys(), facts.wantedMappings.keys(), facts.byPhysicalName.keys());

export const policyNames = (facts: GraphFacts): readonly string[] =>
  union(facts.snapshot.policies.items.keys(), facts.enactments.keys());

/** Every part of the graph, once, in a fixed order. */
export const fragmentsOf = (facts: GraphFacts): readonly Fragment[] => {
  const segments = segmentsOf(facts);
  const parts: Fragment[] = [clusterFragment(facts), plainFragments(facts)];
  for (const id of union(facts.portsOfSwitch.keys())) parts.push(switchFragment(facts, id));
  for (const id of union(facts.portClaims.keys())) parts.push(switchPortFragment(facts, id));
  for (const view of facts.nodes.values()) parts.push(nodeFragment(facts, view));
  for (const name of policyNames(facts)) parts.push(policyFragment(facts, name));
  for (const name of localnetNames(facts)) parts.push(localnetFragment(facts, name));
  for (const network of facts.networks.values()) {
    parts.push(networkFragment(facts, network, segments.get(network.name)));
  }
  for (const id of definitionIds(facts)) parts.push(definitionFragment(facts, id));
  for (const key of nadKeys(facts)) parts.push(nadFragment(facts, key));
  parts.push(multiNetworkPolicyFragment(facts));
  for (const vm of facts.vms.values()) parts.push(vmFragment(facts, vm));
  return parts;
};
