/**
 * The node selectors that the form offers, and the nodes behind one. Only labels that nodes already
 * carry: labelling a node would re-apply every policy on it (PRE-009 of the domain reference).
 */
import type { NetworkGraph, NodeView } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';

export interface SelectorChoice {
  /** `key=value`, or '' for all nodes; stable and usable as a form value. */
  readonly id: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly nodes: readonly string[];
  /** Every node it selects runs VMs: no control plane by accident. */
  readonly onlyVmNodes: boolean;
}

const OFFERED_KEY =
  /^(node-role\.kubernetes\.io\/.+|machine\.openshift\.io\/cluster-api-machineset|topology\.kubernetes\.io\/(zone|region)|kubernetes\.io\/hostname|feature\..+|network\..+)$/;

/** Parses a selector id back into pairs; the id of `nodeSelectorChoices`, or typed by a person. */
export const selectorFromId = (id: string): Readonly<Record<string, string>> => {
  if (id === '') return {};
  const split = id.indexOf('=');
  return split < 0 ? { [id]: '' } : { [id.slice(0, split)]: id.slice(split + 1) };
};

/**
 * Selectors made of one label that nodes already carry: labelling a node would re-apply every
 * policy on it (PRE-009). Those that reach exactly VM nodes come first, larger sets before
 * smaller, so that the first is a sensible default.
 */
export const nodeSelectorChoices = (graph: NetworkGraph): readonly SelectorChoice[] => {
  const byId = new Map<string, string[]>();
  for (const node of graph.nodes.values()) {
    for (const [key, value] of Object.entries(node.record?.meta.labels ?? {})) {
      if (!OFFERED_KEY.test(key)) continue;
      const id = `${key}=${value}`;
      const members = byId.get(id);
      if (members === undefined) byId.set(id, [node.name]);
      else members.push(node.name);
    }
  }
  const choices = [...byId].map(([id, nodes]) => selectorChoice(graph, id, nodes));
  return choices.sort(bySuitability);
};

const selectorChoice = (
  graph: NetworkGraph,
  id: string,
  nodes: readonly string[],
): SelectorChoice => ({
  id,
  selector: selectorFromId(id),
  nodes: [...nodes].sort(),
  onlyVmNodes: nodes.every((name) => graph.nodes.get(name)?.runsVms === true),
});

const bySuitability = (a: SelectorChoice, b: SelectorChoice): number => {
  if (a.onlyVmNodes !== b.onlyVmNodes) return a.onlyVmNodes ? -1 : 1;
  if (a.nodes.length !== b.nodes.length) return b.nodes.length - a.nodes.length;
  return a.id < b.id ? -1 : 1;
};

/** Nodes that all pairs of a selector match; an empty selector matches all. Sorted by name. */
export const nodesOfSelector = (
  graph: NetworkGraph,
  selector: Readonly<Record<string, string>>,
): readonly NodeView[] => {
  const pairs = Object.entries(selector);
  return [...graph.nodes.values()]
    .filter(
      (node) =>
        node.record !== undefined &&
        pairs.every(([key, value]) => node.record?.meta.labels[key] === value),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** By graph, for a form asks on every key; a graph that has changed is another one. */
const meant = new WeakMap<NetworkGraph, Map<string, readonly NodeView[]>>();

/**
 * The nodes an intent means: those of its list, else those that its selector matches. Sorted; the same
 * array as long as graph and selection are the same.
 */
export const nodesOfIntent = (
  graph: NetworkGraph,
  { nodeSelector, labelNodes }: Pick<AttachIntent, 'nodeSelector' | 'labelNodes'>,
): readonly NodeView[] => {
  const known = meant.get(graph) ?? new Map<string, readonly NodeView[]>();
  meant.set(graph, known);
  const key = JSON.stringify([nodeSelector, labelNodes]);
  const nodes = known.get(key) ?? selectedNodes(graph, nodeSelector, labelNodes);
  known.set(key, nodes);
  return nodes;
};

const selectedNodes = (
  graph: NetworkGraph,
  nodeSelector: Readonly<Record<string, string>>,
  labelNodes: readonly string[] | undefined,
): readonly NodeView[] => {
  if (labelNodes === undefined) return nodesOfSelector(graph, nodeSelector);
  return [...new Set(labelNodes)]
    .sort()
    .flatMap((name) => graph.nodes.get(name) ?? [])
    .filter((node) => node.record !== undefined);
};
