/**
 * NAD-005: a VM runs or starts on a node that does not map its network. OVN localnet does not
 * steer the scheduler, so nothing keeps the VM from landing there.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { physicalNameOf } from '../../cluster/networkNameOf';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { vnicsOn } from '../facts/attachedNics';
import { nameList } from '../facts/nameList';
import { GRAPH_NODE_KINDS, keepsNodes, perGraph } from '../facts/perGraph';
import { unmappedSymptom } from '../facts/unmappedSymptom';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { nadId, nadKey, nadLabel, nadSubject } from '../nadFacts';
import { localnetReach, reachOfNad } from '../reach';
import { judgeOvnNads } from '../judgeNads';
import { changesReach } from '../facts/changesReach';
import { whyOutdated } from '../../network/applied/whyOutdated';

const id = 'NAD-005';

interface Landing {
  /** Nodes without the mapping, with the NICs there. */
  readonly lacking: Map<string, readonly VnicView[]>;
  readonly unknown: Set<string>;
}

/** Nodes whose last report proves nothing. */
const silentNodes = perGraph(
  (graph): ReadonlySet<string> => {
    const names = new Set<string>();
    for (const node of graph.nodes.values()) {
      if (whyOutdated(node) !== undefined) names.add(node.name);
    }
    return names;
  },
  { of: GRAPH_NODE_KINDS, unless: keepsNodes },
);

const landingsOf = (graph: NetworkGraph, nad: NadRecord, physicalName: string): Landing => {
  const lacking = new Map<string, readonly VnicView[]>();
  const unknown = new Set<string>();
  const silent = silentNodes(graph);
  const reach = reachOfNad(graph, nad);
  if (silent.size === 0 && reach?.on.size === graph.nodes.size) return { lacking, unknown };
  const isFine = (name: string): boolean => reach?.on.has(name) === true && !silent.has(name);
  for (const vm of graph.vmsOfNad(nadKey(nad))) {
    // Mostly all of them are, and then the NICs of the VM need not be looked at.
    if (vm.nodes.every(isFine)) continue;
    const vnics = vnicsOn(vm, nadKey(nad));
    if (vnics.length === 0) continue;
    for (const name of vm.nodes) {
      if (isFine(name)) continue;
      const node = graph.nodes.get(name);
      const isSilent = node === undefined || silent.has(name);
      const found = isSilent ? 'unknown' : localnetReach(node, physicalName);
      if (found === 'unknown') unknown.add(name);
      if (found === 'unmapped') lacking.set(name, [...(lacking.get(name) ?? []), ...vnics]);
    }
  }
  return { lacking, unknown };
};

export const NAD_005: Rule = {
  id,
  title: text('Mapping is missing on a node where a VM of this network runs'),
  severity: 'error',
  tier: 'N',
  reads: ['nads', 'nodeStates', 'vmis'],
  consults: ['vms', 'nodes', 'policies', 'enactments', 'clusterVersions'],
  heeds: {
    nodeStates: changesReach,
    nodes: changesReach,
    policies: changesReach,
    enactments: changesReach,
  },
  source: 'ovn-kubernetes go-controller/pkg/cni/cni.go; ovn controller/patch.c',
  check: (context) =>
    judgeOvnNads(context, id, ({ nad, config, plugin }) => {
      if (plugin.topology !== 'localnet') return undefined;
      const localnet = physicalNameOf(config.name, plugin.physicalNetworkName);
      const { lacking, unknown } = landingsOf(context.graph, nad, localnet);
      const judgements: Judgement[] = [];
      if (unknown.size > 0) {
        const reason = text('Bridge mappings of {{nodes}} are not known', {
          nodes: nameList(unknown),
        });
        judgements.push(unclear(nadId(nad), reason));
      }
      if (lacking.size === 0) return judgements;
      const nodes = [...lacking.keys()].sort();
      const vnics = [...lacking.values()].flat();
      judgements.push(
        fault({
          severity: 'error',
          subject: nadSubject(nad),
          related: [
            nadId(nad),
            ...nodes.map((node) => entityId('node', node)),
            ...nodes.map((node) => entityId('mapping', node, localnet)),
            ...vnics.map((vnic) => vnic.id),
          ],
          message: text('{{nad}} has VMs on {{nodes}}, where "{{localnet}}" is not mapped.', {
            nad: nadLabel(nad),
            nodes: nameList(nodes),
            localnet,
          }),
          symptom: unmappedSymptom(context.graph),
          fix: text(
            'Widen the nodeSelector of the policy that maps "{{localnet}}" to these nodes, or pin the VMs to nodes that have it.',
            { localnet },
          ),
        }),
      );
      return judgements;
    }),
};
