/**
 * Is a NAD's network usable on a node: for OVN localnet the mapping and an OVS bridge, for the
 * bridge CNI a Linux bridge, for device plugins the resource. Uplinks are the path trace's
 * matter. Overlay networks need nothing on the node. Source: domain reference B.1, B.5, NAD-005,
 * NAD-006, NAD-016, NAD-019, NAD-027.
 */
import type { NadRecord } from '../cluster/nadRecord';
import { text } from '../cluster/text';
import { bridgeOwnState, mappingTarget } from './bridgeState';
import type { GraphFacts } from './graphFacts';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';
import { nadState } from './nadState';
import type { NetworkView, NodeCoverage, NodeView } from './networkGraph';
import { whyNoMappings, whyNoState } from './nodeEvidence';
import { nadExistence } from './nadReference';
import { ovnNetworkNameOf } from './networkView';

type Coverage = ReadonlyMap<string, NodeCoverage>;

const entry = (node: string, judgement: Judgement, bridge?: string): NodeCoverage => ({
  node,
  state: judgement.state,
  reason: judgement.reason,
  bridge,
});

const onEveryNode = (facts: GraphFacts, judgement: Judgement): Coverage => {
  const coverage = new Map<string, NodeCoverage>();
  for (const node of facts.nodes.keys()) coverage.set(node, entry(node, judgement));
  return coverage;
};

/** Does a localnet lead to an OVS bridge on the node. */
export const localnetOnNode = (
  facts: GraphFacts,
  localnet: string,
  view: NodeView,
): NodeCoverage => {
  const node = view.name;
  const why = whyNoMappings(facts.snapshot, view, node);
  if (why !== undefined) return entry(node, unknown(why));
  const bridge = view.mappings?.get(localnet);
  if (bridge === undefined) {
    return entry(node, broken(text('{{node}} does not map {{localnet}}.', { node, localnet })));
  }
  const target = mappingTarget(view, bridge);
  if (target.state !== 'ok') return entry(node, target, bridge);
  const found = view.bridges.get(bridge);
  return entry(node, found === undefined ? OK : bridgeOwnState(found), bridge);
};

/** Does the node have a Linux bridge of that name. */
export const linuxBridgeOnNode = (
  facts: GraphFacts,
  bridge: string,
  view: NodeView,
): NodeCoverage => {
  const node = view.name;
  const why = whyNoState(facts.snapshot, view, node);
  if (why !== undefined) return entry(node, unknown(why), bridge);
  const found = view.bridges.get(bridge);
  const record = found?.record ?? view.byName.get(bridge);
  const values = { node, bridge };
  if (record === undefined) {
    return entry(node, broken(text('There is no bridge {{bridge}} on {{node}}.', values)), bridge);
  }
  if (found === undefined || found.ovs) {
    const type = record.type;
    const reason = text('{{bridge}} on {{node}} is no Linux bridge but {{type}}.', {
      ...values,
      type,
    });
    return entry(node, broken(reason), bridge);
  }
  return entry(node, bridgeOwnState(found), bridge);
};

/** Does the node offer the extended resource of an SR-IOV or macvtap NAD. */
export const resourceOnNode = (resource: string, view: NodeView): Judgement => {
  const values = { node: view.name, resource };
  if (view.record === undefined) {
    return unknown(text('What {{node}} offers of {{resource}} is not known.', values));
  }
  if ((view.record.allocatable[resource] ?? 0) > 0) return OK;
  return broken(text('{{node}} offers no {{resource}}.', values));
};

/** Coverage of an OVN network by node. */
export const networkCoverage = (facts: GraphFacts, network: NetworkView): Coverage => {
  if (network.topology !== 'localnet') return onEveryNode(facts, OK);
  const coverage = new Map<string, NodeCoverage>();
  for (const view of facts.nodes.values()) {
    coverage.set(view.name, localnetOnNode(facts, network.physicalName, view));
  }
  return coverage;
};

const pluginCoverage = (facts: GraphFacts, nad: NadRecord): Coverage => {
  const { config, resourceName } = nad;
  const coverage = new Map<string, NodeCoverage>();
  if (!('plugin' in config)) return coverage;
  const { plugin } = config;
  if (plugin.family === 'bridge') {
    for (const view of facts.nodes.values()) {
      coverage.set(view.name, linuxBridgeOnNode(facts, plugin.bridge, view));
    }
    return coverage;
  }
  if (resourceName !== '') {
    for (const view of facts.nodes.values()) {
      coverage.set(view.name, entry(view.name, resourceOnNode(resourceName, view)));
    }
    return coverage;
  }
  return onEveryNode(
    facts,
    unknown(text('What plugin type {{type}} needs on a node is not known.', { type: config.type })),
  );
};

/**
 * What the coverage of a NAD outside OVN depends on besides the nodes; NADs of one key share
 * theirs. Undefined for one that is not worth remembering.
 */
export const coverageKeyOf = (facts: GraphFacts, nadKey: string): string | undefined => {
  const nad = facts.snapshot.nads.items.get(nadKey);
  if (nad === undefined || !('plugin' in nad.config)) return undefined;
  const { plugin } = nad.config;
  if (plugin.family === 'bridge') return `bridge ${plugin.bridge}`;
  return nad.resourceName === '' ? undefined : `resource ${nad.resourceName}`;
};

/** Coverage of a NAD by node; a NAD that is missing or cannot be read is covered nowhere. */
export const nadCoverage = (facts: GraphFacts, nadKey: string): Coverage => {
  const nad = facts.snapshot.nads.items.get(nadKey);
  if (nad === undefined) return onEveryNode(facts, nadExistence(facts.snapshot, nadKey));
  const { form } = nad.config;
  if (form !== 'conf' && form !== 'conflist') return onEveryNode(facts, nadState(nad));
  const network = facts.networks.get(ovnNetworkNameOf(nad) ?? '');
  return network === undefined ? pluginCoverage(facts, nad) : networkCoverage(facts, network);
};
