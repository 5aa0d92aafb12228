/**
 * NODE-010: one localnet, unlike uplinks on its nodes. MTU is a fault, as a VM that moves loses
 * its large packets; bond mode, speed and number of uplinks are worth knowing.
 */
import { PHYSNET } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { LocalnetView, NetworkGraph } from '../../network/networkGraph';
import { localnetBridges, spanIds } from '../facts/localnetSpan';
import type { Carrier } from '../wiredNads';
import { nameList } from '../facts/nameList';
import { whySpanUnknown } from '../facts/spanEvidence';
import { fault, judge, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule, Severity } from '../model';
import { changesHosts } from '../facts/changesHosts';
import { changesWires } from '../facts/changesWires';

const id = 'NODE-010';

interface Trait {
  readonly severity: Severity;
  /** Undefined when the node does not tell. */
  readonly read: (at: Carrier) => string | number | undefined;
  readonly say: (localnet: string, groups: string) => Text;
}

const NO_BONDS: readonly string[] = [];

const modesOf = ({ bridge }: Carrier): string => {
  let modes: string[] | undefined;
  for (const { kind, bond } of bridge.stack.all) {
    if (kind === 'bond') (modes ??= []).push(bond?.mode ?? '');
  }
  const [only] = modes ?? NO_BONDS;
  return (modes !== undefined && modes.length > 1 ? modes.sort().join('+') : only) || '-';
};

const speedOf = ({ node, bridge }: Carrier): number | undefined => {
  let slowest: number | undefined;
  for (const leaf of bridge.leaves) {
    const speed = node.byName.get(leaf)?.ethernet?.speed;
    if (speed !== undefined && (slowest === undefined || speed < slowest)) slowest = speed;
  }
  return slowest;
};

const TRAITS: readonly Trait[] = [
  {
    severity: 'warning',
    read: ({ bridge }) => bridge.uplinkMtu,
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
    read: ({ bridge }) => bridge.uplinks.length,
    say: (localnet, groups) =>
      text('The number of uplinks behind localnet {{localnet}} differs: {{groups}}.', {
        localnet,
        groups,
      }),
  },
];

/** Nodes mostly do not differ, and then nobody asks for their names. */
const differs = (span: readonly Carrier[], read: Trait['read']): boolean => {
  let first: string | number | undefined;
  for (const at of span) {
    const value = read(at);
    if (value === undefined || value === first) continue;
    if (first !== undefined) return true;
    first = value;
  }
  return false;
};

type Groups = ReadonlyMap<string | number, readonly string[]>;

const groupBy = (span: readonly Carrier[], read: Trait['read']): Groups => {
  const groups = new Map<string | number, string[]>();
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
const groupText = (groups: Groups): string =>
  [...groups].map(([value, nodes]) => `${value} (${nameList(nodes)})`).join('; ');

const judgeLocalnet = (graph: NetworkGraph, localnet: LocalnetView): Judgement | undefined => {
  if (localnet.name === PHYSNET && localnet.networks.length === 0) return undefined;
  const span = localnetBridges(graph, localnet);
  for (const { severity, read, say } of TRAITS) {
    if (!differs(span, read)) continue;
    return fault({
      severity,
      subject: localnet.id,
      related: spanIds(localnet, span),
      message: say(localnet.name, groupText(groupBy(span, read))),
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
  consults: ['nodes', 'policies', 'enactments', 'nads', 'cudns', 'udns', 'vms', 'vmis'],
  heeds: { nodeStates: changesWires, vms: changesHosts, vmis: changesHosts },
  source: 'openshift-docs modules/virt-localnet-cudn-considerations.adoc',
  check: ({ graph }) =>
    judge(id, graph.localnets.values(), (localnet) => judgeLocalnet(graph, localnet)),
};
