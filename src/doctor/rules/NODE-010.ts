/**
 * NODE-010: one localnet, unlike uplinks on its nodes. MTU is a fault, as a VM that moves loses
 * its large packets; bond mode, speed and number of uplinks are worth knowing.
 */
import { PHYSNET } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { LocalnetView, NetworkGraph } from '../../network/networkGraph';
import { localnetBridges, spanIds } from '../facts/localnetSpan';
import type { LocalnetBridge } from '../facts/localnetSpan';
import { nameList } from '../facts/nameList';
import { whySpanUnknown } from '../facts/spanEvidence';
import { allUplinkParts } from '../facts/uplinkParts';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, Severity } from '../model';
import { changesWires } from '../facts/changesWires';

const id = 'NODE-010';

interface Trait {
  readonly severity: Severity;
  /** As text; undefined when the node does not tell. */
  readonly read: (at: LocalnetBridge) => string | undefined;
  readonly say: (localnet: string, groups: string) => Text;
}

const modesOf = ({ node, bridge }: LocalnetBridge): string => {
  let modes: string[] | undefined;
  for (const { kind, bond } of allUplinkParts(node, bridge)) {
    if (kind === 'bond') (modes ??= []).push(bond?.mode ?? '');
  }
  return modes?.sort().join('+') || '-';
};

const speedOf = ({ node, bridge }: LocalnetBridge): string | undefined => {
  let slowest: number | undefined;
  for (const leaf of bridge.leaves) {
    const speed = node.byName.get(leaf)?.ethernet?.speed;
    if (speed !== undefined && (slowest === undefined || speed < slowest)) slowest = speed;
  }
  return slowest === undefined ? undefined : String(slowest);
};

const TRAITS: readonly Trait[] = [
  {
    severity: 'warning',
    read: ({ bridge }) => (bridge.uplinkMtu === undefined ? undefined : String(bridge.uplinkMtu)),
    say: (localnet, groups) =>
      text('The uplink MTU behind localnet {{localnet}} differs: {{groups}}.', {
        localnet,
        groups,
      }),
  },
  {
    severity: 'info',
    read: modesOf,
    say: (localnet, groups) =>
      text('The bond mode behind localnet {{localnet}} differs: {{groups}}.', { localnet, groups }),
  },
  {
    severity: 'info',
    read: speedOf,
    say: (localnet, groups) =>
      text('The speed in Mbit/s behind localnet {{localnet}} differs: {{groups}}.', {
        localnet,
        groups,
      }),
  },
  {
    severity: 'info',
    read: ({ bridge }) => String(bridge.uplinks.length),
    say: (localnet, groups) =>
      text('The number of uplinks behind localnet {{localnet}} differs: {{groups}}.', {
        localnet,
        groups,
      }),
  },
];

const groupBy = (
  span: readonly LocalnetBridge[],
  read: Trait['read'],
): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const at of span) {
    const value = read(at);
    if (value === undefined) continue;
    const kept = groups.get(value);
    if (kept === undefined) groups.set(value, [at.node.name]);
    else kept.push(at.node.name);
  }
  return groups;
};

/** `1500 (worker-0, worker-1); 9000 (worker-2)`. */
const groupText = (groups: ReadonlyMap<string, readonly string[]>): string =>
  [...groups].map(([value, nodes]) => `${value} (${nameList(nodes)})`).join('; ');

const judgeLocalnet = (graph: NetworkGraph, localnet: LocalnetView): Judgement | undefined => {
  if (localnet.name === PHYSNET && localnet.networks.length === 0) return undefined;
  const span = localnetBridges(graph, localnet);
  for (const { severity, read, say } of TRAITS) {
    const groups = groupBy(span, read);
    if (groups.size < 2) continue;
    return fault({
      severity,
      subject: localnet.id,
      related: spanIds(localnet, span),
      message: say(localnet.name, groupText(groups)),
      symptom: text('A VM behaves differently after a migration.'),
      fix: text('Give all nodes of the localnet the same uplinks.'),
    });
  }
  const reason = whySpanUnknown(graph, span);
  return reason === undefined ? undefined : unclear(localnet.id, reason);
};

export const NODE_010: Rule = {
  id,
  title: text('Nodes differ behind one localnet'),
  severity: 'warning',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'nads', 'cudns', 'udns'],
  heeds: { nodeStates: changesWires },
  source: 'openshift-docs modules/virt-localnet-cudn-considerations.adoc',
  check: ({ graph }) =>
    judge(id, graph.localnets.values(), (localnet) => judgeLocalnet(graph, localnet)),
};
