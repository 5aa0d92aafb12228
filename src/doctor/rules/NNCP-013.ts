/**
 * NNCP-013: spanning tree on a bridge of VMs. After a live migration or a change of ports it
 * blocks traffic for 30 seconds, and it may fight with the switch's own.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import { BR_EX } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { bridgeId, isMappedHere, judgeOwnBridges, mendSubject } from '../facts/bridgeFaults';
import type { OwnBridge } from '../facts/bridgeFaults';
import { isApplied } from '../../cluster/conditionState';
import { policyId } from '../facts/policyIds';
import { intentsOf, isWanted } from '../../network/policyIntent';
import { localnetsMappedTo } from '../facts/wantedMappings';
import { fault, judge } from '../finding';
import type { Fault } from '../finding';
import { laterResult } from '../laterResult';
import type { Rule } from '../model';

const id = 'NNCP-013';

const found = (subject: string, related: readonly string[], message: Text): Fault =>
  fault({
    severity: 'warning',
    subject,
    related,
    message,
    symptom: text('About 30 seconds without traffic after a live migration or a change of ports.'),
    fix: text('Set bridge.options.stp: false in the policy.'),
  });

const isMapped = (graph: NetworkGraph, policy: PolicyRecord, bridge: string): boolean =>
  localnetsMappedTo(graph, policy, bridge).length > 0 ||
  graph.nodesOfPolicy(policy.meta.name).some((node) => {
    for (const target of node.mappings?.values() ?? []) if (target === bridge) return true;
    return false;
  });

/** The policy's own wish. */
const wanted = (graph: NetworkGraph, policy: PolicyRecord): Fault | undefined => {
  const entry = intentsOf(graph, policy)
    .flatMap((intent) => intent.interfaces)
    .find(
      (candidate) =>
        candidate.type === 'ovs-bridge' &&
        candidate.name !== BR_EX &&
        isWanted(candidate) &&
        candidate.bridge?.stp === true &&
        isMapped(graph, policy, candidate.name),
    );
  if (entry === undefined) return undefined;
  const nodes = graph.nodesOfPolicy(policy.meta.name);
  return found(
    policyId(policy),
    nodes.map((node) => entityId('bridge', node.name, entry.name)),
    text('Policy {{policy}} turns STP on for bridge {{bridge}}, which carries VM networks.', {
      policy: policy.meta.name,
      bridge: entry.name,
    }),
  );
};

/** A policy says "off" and has not got there yet: that is its progress, not a fault. */
const isOnItsWay = ({ node, owners }: OwnBridge): boolean =>
  owners.some(
    ({ policy, entry }) =>
      entry.bridge?.stp === false && !isApplied(node.enactments.get(policy.meta.name), policy),
  );

/** What the node has, where no policy says so (`"false"` in quotes is read as true). */
const reported = (own: OwnBridge): Fault | undefined => {
  if (own.bridge.record.bridge?.stp !== true || !isMappedHere(own) || isOnItsWay(own)) {
    return undefined;
  }
  const isWish = own.owners.some(({ entry }) => entry.bridge?.stp === true);
  if (isWish) return undefined;
  const values = { bridge: own.bridge.name, node: own.node.name };
  return found(
    mendSubject(own),
    [bridgeId(own), entityId('node', own.node.name)],
    text('Bridge {{bridge}} on {{node}} carries VM networks and runs STP.', values),
  );
};

export const NNCP_013: Rule = {
  id,
  title: text('STP on an OVS bridge for VMs'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodeStates', 'nodes', 'enactments'],
  source: 'openshift-docs modules/virt-node-network-considerations-localnet.adoc',
  check: (context) => {
    const { graph } = context;
    const wishes = judge(id, graph.snapshot.policies.items.values(), (policy) =>
      wanted(graph, policy),
    );
    const facts = judgeOwnBridges(id, context, reported);
    // Looking at the facts now would walk through the nodes before the other rules have begun.
    return laterResult(() => ({
      findings: [...wishes.findings, ...facts.findings],
      unknown: [...wishes.unknown, ...facts.unknown],
    }));
  },
};
