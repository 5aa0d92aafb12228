/**
 * Checks of an OVS bridge setting that a policy should have made: where it is wrong on a node,
 * the policy that names the bridge is to mend, and only without one the bridge itself. Shared by
 * the rules on STP, snooping and the internal interface (domain reference NNCP-013 to 015).
 */
import { BR_EX, BR_INT } from '../../cluster/ovnNames';
import { memoBy } from '../../network/memoBy';
import { entityId } from '../../network/model';
import type { BridgeView, NodeView } from '../../network/networkGraph';
import { bridgeOwners } from './bridgeOwners';
import type { BridgeOwner } from './bridgeOwners';
import { policyId } from './policyIds';
import { distrust } from './stateTrust';
import type { Judgement } from '../finding';
import { judgeEach } from '../judgeEach';
import type { RuleContext, RuleResult } from '../model';
import { NODES } from '../walk';

export interface OwnBridge {
  readonly node: NodeView;
  readonly bridge: BridgeView;
  readonly owners: readonly BridgeOwner[];
}

const ownBridgesOn = memoBy((node: NodeView): readonly OwnBridge[] => {
  const found: OwnBridge[] = [];
  for (const bridge of node.bridges.values()) {
    if (!bridge.ovs || bridge.name === BR_EX || bridge.name === BR_INT) continue;
    found.push({ node, bridge, owners: bridgeOwners(node).get(bridge.name) ?? [] });
  }
  return found;
});

/** Judges OVS bridges that are the cluster's own, on nodes whose state can be relied on. */
export const judgeOwnBridges = (
  rule: string,
  context: RuleContext,
  decide: (own: OwnBridge) => Judgement | undefined,
): RuleResult =>
  judgeEach(context, rule, NODES, (node) => {
    if (distrust(context.graph, node) !== undefined) return undefined;
    let found: Judgement[] | undefined;
    for (const own of ownBridgesOn(node)) {
      const judgement = decide(own);
      if (judgement !== undefined) (found ??= []).push(judgement);
    }
    return found;
  });

/** The node maps a localnet to the bridge. */
export const isMappedHere = ({ node, bridge }: OwnBridge): boolean => {
  for (const target of node.mappings?.values() ?? []) if (target === bridge.name) return true;
  return false;
};

export const bridgeId = ({ node, bridge }: OwnBridge): string =>
  entityId('bridge', node.name, bridge.name);

/** What to mend: the first policy of the node that names the bridge, else the bridge. */
export const mendSubject = (own: OwnBridge): string => {
  const [owner] = own.owners;
  return owner === undefined ? bridgeId(own) : policyId(owner.policy);
};
