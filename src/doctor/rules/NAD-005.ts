/**
 * NAD-005: a VM runs or starts on a node that does not map its network. OVN localnet does not
 * steer the scheduler, so nothing keeps the VM from landing there.
 */
import { physicalNameOf } from '../../cluster/networkNameOf';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { attachedNics } from '../facts/attachedNics';
import { nameList } from '../facts/nameList';
import { unmappedSymptom } from '../facts/unmappedSymptom';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { nadId, nadKey, nadLabel, nadSubject } from '../nadFacts';
import { localnetReach } from '../reach';
import { judgeOvnNads } from '../judgeNads';
import { changesReach } from '../facts/changesReach';
import { whyOutdated } from '../../network/applied/whyOutdated';

const id = 'NAD-005';

interface Landing {
  /** Nodes without the mapping, with the NICs there. */
  readonly lacking: Map<string, VnicView[]>;
  readonly unknown: Set<string>;
}

const landingsOf = (graph: NetworkGraph, key: string, physicalName: string): Landing => {
  const lacking = new Map<string, VnicView[]>();
  const unknown = new Set<string>();
  for (const { vnic, vm } of attachedNics(graph, key)) {
    for (const name of vm.nodes) {
      const node = graph.nodes.get(name);
      const isSilent = node === undefined || whyOutdated(node) !== undefined;
      const reach = isSilent ? 'unknown' : localnetReach(node, physicalName);
      if (reach === 'unknown') unknown.add(name);
      if (reach !== 'unmapped') continue;
      const vnics = lacking.get(name);
      if (vnics === undefined) lacking.set(name, [vnic]);
      else vnics.push(vnic);
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
      const { lacking, unknown } = landingsOf(context.graph, nadKey(nad), localnet);
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
