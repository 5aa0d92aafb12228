/** The comparisons of intended and actual that concern an entity, those that differ first. */
import { compareNode, compareVnic } from '../../network/intendedVsActual';
import type { Agreement, Comparison } from '../../network/intendedVsActual';
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';

const RANK: Readonly<Record<Agreement, number>> = {
  missing: 0,
  different: 1,
  extra: 2,
  unknown: 3,
  same: 4,
};

const worstFirst = (comparisons: readonly Comparison[]): readonly Comparison[] =>
  [...comparisons]
    .sort((one, other) => RANK[one.agreement] - RANK[other.agreement])
    .map((comparison) => ({
      ...comparison,
      fields: [...comparison.fields].sort(
        (one, other) => RANK[one.agreement] - RANK[other.agreement],
      ),
    }));

/** Of a policy that no node follows the first ones tell enough. */
const SHOWN = 20;

/** A policy is compared on every node it reaches; only where the nodes do not agree with it. */
const ofPolicy = (graph: NetworkGraph, policy: string): readonly Comparison[] =>
  graph
    .nodesOfPolicy(policy)
    .flatMap(({ name }) => compareNode(graph, name))
    .filter((comparison) => comparison.policy === policy && comparison.agreement !== 'same')
    .slice(0, SHOWN);

/** Empty for what nothing asks for. A node has all that its policies want, a VM all of its NICs. */
export const comparisonsOf = (graph: NetworkGraph, entity: Entity): readonly Comparison[] => {
  const { id, kind, name, node } = entity;
  const key = id.slice(kind.length + 1);
  switch (kind) {
    case 'node':
      return worstFirst(compareNode(graph, name));
    case 'policy':
      return worstFirst(ofPolicy(graph, name));
    case 'vnic': {
      const vnic = graph.vnics.get(key);
      return worstFirst((vnic && [compareVnic(vnic) ?? []].flat()) ?? []);
    }
    case 'vm':
      return worstFirst(
        (graph.vms.get(key)?.vnics ?? []).flatMap((vnic) => compareVnic(vnic) ?? []),
      );
    default:
      return node === undefined
        ? []
        : worstFirst(compareNode(graph, node).filter((comparison) => comparison.id === id));
  }
};
