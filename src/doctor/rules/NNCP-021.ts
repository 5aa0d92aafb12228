/**
 * NNCP-021: a mapping that goes to more nodes than its bridge. NMState does not check that the
 * bridge exists, so on the other nodes the mapping leads nowhere and everything is green.
 */
import type { PolicyRecord } from '../../cluster/policyRecord';
import { BR_EX, BR_INT } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoState } from '../../network/nodeEvidence';
import { bridgeOwners } from '../facts/bridgeOwners';
import { nameList } from '../facts/nameList';
import { perGraph } from '../facts/perGraph';
import { policyId } from '../facts/policyIds';
import { intentOn } from '../../network/policyIntent';
import { unseenNodes } from '../facts/policyNodes';
import { whyUnrendered } from '../facts/unrendered';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { notesFrom, policyNotes } from '../facts/policyNotes';
import type { PolicyNotes } from '../facts/policyNotes';
import type { Wide } from '../itemAnswers';

const id = 'NNCP-021';

/** Bridges that some policy makes on some node. */
const bridgesOfPolicies = perGraph(
  (graph): ReadonlySet<string> => {
    const names = new Set<string>();
    for (const node of graph.nodes.values()) {
      for (const name of bridgeOwners(node).keys()) names.add(name);
    }
    return names;
  },
  { of: ['nodes', 'policies', 'enactments'] },
);

interface Bare {
  readonly node: NodeView;
  readonly localnet: string;
  readonly bridge: string;
  /** Why it is not certain that the node has no such bridge. */
  readonly doubt?: Text;
}

const isProvided = (node: NodeView, bridge: string): boolean =>
  bridge === BR_EX ||
  bridge === BR_INT ||
  bridgeOwners(node).has(bridge) ||
  node.bridges.has(bridge);

/** Without the node's state, a bridge that policies make elsewhere is missing by intent. */
const doubtAbout = (graph: NetworkGraph, node: NodeView, bridge: string): Text | undefined => {
  for (const policy of node.policies) {
    const unrendered = whyUnrendered(policy, [node]);
    if (unrendered !== undefined) return unrendered;
  }
  return bridgesOfPolicies(graph).has(bridge)
    ? undefined
    : whyNoState(graph.snapshot, node, node.name);
};

const bareOn = (graph: NetworkGraph, policy: PolicyRecord, node: NodeView): readonly Bare[] =>
  (intentOn(policy, node)?.mappings ?? [])
    .filter(({ state, bridge }) => state === 'present' && !isProvided(node, bridge))
    .map(({ localnet, bridge }) => {
      const doubt = doubtAbout(graph, node, bridge);
      return { node, localnet, bridge, ...(doubt === undefined ? {} : { doubt }) };
    });

const noteOn = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  node: NodeView,
): PolicyNotes<Bare> | undefined => {
  const bare = bareOn(graph, policy, node);
  if (bare.length === 0) return undefined;
  const found = bare.filter(({ doubt }) => doubt === undefined);
  return notesFrom(found, bare.find((one) => one.doubt !== undefined)?.doubt);
};

/** What policies make elsewhere decides whether a silent node may lack the bridge. */
const changesBridges: Wide = (change) => {
  const old = bridgesOfPolicies(change.before);
  const now = bridgesOfPolicies(change.after);
  return old.size !== now.size || [...now].some((name) => !old.has(name));
};

const judgePolicies = policyNotes<Bare>(changesBridges);

const judgePolicy = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  { found: certain, doubt }: PolicyNotes<Bare>,
): Judgement | undefined => {
  const subject = policyId(policy);
  const [first] = certain;
  if (first === undefined) {
    const unseen = policy.desired.mappings.length > 0 ? unseenNodes(graph) : undefined;
    const reason = doubt ?? unseen;
    return reason === undefined ? undefined : unclear(subject, reason);
  }
  const alike = certain.filter((b) => b.localnet === first.localnet && b.bridge === first.bridge);
  return fault({
    severity: 'warning',
    subject,
    related: certain.flatMap(({ node, localnet }) => [
      entityId('node', node.name),
      entityId('mapping', node.name, localnet),
    ]),
    message: text(
      'Policy {{policy}} maps {{localnet}} to {{bridge}} also on {{nodes}}, where nothing makes that bridge.',
      {
        policy: policy.meta.name,
        localnet: first.localnet,
        bridge: first.bridge,
        nodes: nameList(alike.map(({ node }) => node.name)),
      },
    ),
    symptom: text('VMs that land on these nodes run without traffic.'),
    fix: text(
      'Give the policy the nodeSelector of the policy that makes {{bridge}}, or join the two.',
      {
        bridge: first.bridge,
      },
    ),
  });
};

export const NNCP_021: Rule = {
  id,
  title: text('Mapping is wider than its bridge'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodes', 'nodeStates', 'enactments'],
  source: 'nmstate rust/src/lib/ovn.rs (the bridge is not checked); ovn controller/patch.c',
  check: (context) => {
    const { graph } = context;
    return judgePolicies(
      context,
      id,
      (policy, node) => noteOn(graph, policy, node),
      (policy, notes) => judgePolicy(graph, policy, notes),
    );
  },
};
