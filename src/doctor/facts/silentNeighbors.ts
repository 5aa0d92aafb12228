/**
 * NICs that hear no LLDP neighbour although LLDP is on and the NIC of the same name hears one on
 * every other node that has it (domain reference NODE-006).
 */
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import type { GraphChange } from '../change';
import { memoBy } from '../../network/memoBy';
import { sameItems } from '../../network/sameItems';
import { NODE_KINDS, perGraph } from './perGraph';

interface Ears {
  /** NICs with LLDP on. */
  readonly listening: readonly string[];
  /** Those of them that hear nobody. */
  readonly deaf: readonly string[];
}

const earsOf = memoBy((node: NodeView): Ears => {
  const listening: string[] = [];
  const deaf: string[] = [];
  for (const nic of node.nics.values()) {
    if (nic.lldp?.enabled !== true) continue;
    listening.push(nic.name);
    if (!node.neighbors.get(nic.name)?.length) deaf.push(nic.name);
  }
  return { listening, deaf };
});

interface Hearing {
  listening: number;
  /** Names of nodes. */
  readonly deaf: Set<string>;
}

type Hearings = Map<string, Hearing>;

const hearingOf = (hearings: Hearings, nic: string): Hearing => {
  let hearing = hearings.get(nic);
  if (hearing === undefined) {
    hearing = { listening: 0, deaf: new Set() };
    hearings.set(nic, hearing);
  }
  return hearing;
};

const addNode = (hearings: Hearings, node: NodeView): void => {
  const { listening, deaf } = earsOf(node);
  for (const nic of listening) hearingOf(hearings, nic).listening += 1;
  for (const nic of deaf) hearingOf(hearings, nic).deaf.add(node.name);
};

const removeNode = (hearings: Hearings, node: NodeView): void => {
  const { listening, deaf } = earsOf(node);
  for (const nic of listening) hearingOf(hearings, nic).listening -= 1;
  for (const nic of deaf) hearingOf(hearings, nic).deaf.delete(node.name);
};

const compute = (graph: NetworkGraph): Hearings => {
  const hearings: Hearings = new Map();
  for (const node of graph.nodes.values()) addNode(hearings, node);
  return hearings;
};

const refresh = (before: Hearings, change: GraphChange): Hearings => {
  const hearings: Hearings = new Map();
  for (const [nic, { listening, deaf }] of before) {
    hearings.set(nic, { listening, deaf: new Set(deaf) });
  }
  for (const name of change.nodes) {
    const old = change.before.nodes.get(name);
    const now = change.after.nodes.get(name);
    if (old !== undefined) removeNode(hearings, old);
    if (now !== undefined) addNode(hearings, now);
  }
  return hearings;
};

/** Some NIC listens or hears otherwise than before, which concerns NICs of that name elsewhere. */
export const changesHearing = memoBy(({ before, after, nodes }: GraphChange): boolean => {
  for (const name of nodes) {
    const old = before.nodes.get(name);
    const now = after.nodes.get(name);
    if (old === undefined || now === undefined) return true;
    const a = earsOf(old);
    const b = earsOf(now);
    if (!sameItems(a.listening, b.listening) || !sameItems(a.deaf, b.deaf)) return true;
  }
  return false;
});

/** NIC name -> who listens and who hears nobody. */
const hearings = perGraph(compute, {
  of: NODE_KINDS,
  unless: (change) => !changesHearing(change),
  refresh,
});

/** The NIC of this node is the only one of its name that hears nobody. */
export const isAloneDeaf = (graph: NetworkGraph, node: NodeView, nic: string): boolean => {
  const hearing = hearings(graph).get(nic);
  if (hearing === undefined || hearing.listening < 2) return false;
  return hearing.deaf.size === 1 && hearing.deaf.has(node.name);
};
