/**
 * NAD-006: some of the nodes a VM may land on lack its localnet. It works until the VM moves
 * (documentation virt-localnet-cudn-considerations: the VM must be scheduled on the right node).
 */
import { physicalNameOf } from '../../cluster/networkNameOf';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { eligibleNodesIn } from '../eligible';
import type { EligibleNodes } from '../eligible';
import { nameList } from '../facts/nameList';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { nadId, nadKey, nadLabel, nadSubject } from '../nadFacts';
import type { Reach } from '../reach';
import { reachOfNad } from '../reach';
import { judgeOvnNads } from '../judgeNads';
import { changesReach } from '../facts/changesReach';

const id = 'NAD-006';

interface Gaps {
  readonly vms: VmView[];
  /** `k of m` of the VM with the least coverage. */
  covered: number;
  eligible: number;
  readonly nodes: Set<string>;
  readonly unknown: Set<string>;
}

const isOn = ({ nadKey: wanted, instanceNadKey }: VnicView, key: string): boolean =>
  wanted === key || instanceNadKey === key;

const gapsOf = (graph: NetworkGraph, key: string, reach: Reach, nodes: EligibleNodes): Gaps => {
  const gaps: Gaps = { vms: [], covered: 0, eligible: 0, nodes: new Set(), unknown: new Set() };
  if (reach.on.size === graph.nodes.size) return gaps;
  for (const vm of graph.vmsOfNad(key)) {
    const eligible = nodes.of(vm);
    if (eligible === undefined) continue;
    const { covered, missing, unknown } = nodes.split(eligible, reach);
    if (missing.length === 0 && unknown.length === 0) continue;
    if (!vm.vnics.some((vnic) => isOn(vnic, key))) continue;
    for (const node of unknown) gaps.unknown.add(node);
    if (missing.length === 0) continue;
    for (const node of missing) gaps.nodes.add(node);
    if (gaps.vms.length === 0 || covered.length < gaps.covered) {
      gaps.covered = covered.length;
      gaps.eligible = eligible.length;
    }
    gaps.vms.push(vm);
  }
  return gaps;
};

export const NAD_006: Rule = {
  id,
  title: text('VM could land on a node without the network'),
  severity: 'warning',
  tier: 'N',
  reads: ['nads', 'nodeStates', 'nodes', 'vms'],
  consults: ['vmis', 'policies', 'enactments'],
  heeds: { nodeStates: changesReach, policies: changesReach, enactments: changesReach },
  source: 'openshift-docs virt-localnet-cudn-considerations; ovn-kubernetes PR 5000',
  check: (context) => {
    const { graph } = context;
    const nodes = eligibleNodesIn(graph);
    return judgeOvnNads(context, id, ({ nad, config, plugin }) => {
      if (plugin.topology !== 'localnet') return undefined;
      const reach = reachOfNad(graph, nad);
      if (reach === undefined) return undefined;
      const gaps = gapsOf(graph, nadKey(nad), reach, nodes);
      const judgements: Judgement[] = [];
      if (gaps.unknown.size > 0) {
        const reason = text('Bridge mappings of {{nodes}} are not known', {
          nodes: nameList(gaps.unknown),
        });
        judgements.push(unclear(nadId(nad), reason));
      }
      if (gaps.vms.length === 0 || reach.on.size === 0) return judgements;
      const localnet = physicalNameOf(config.name, plugin.physicalNetworkName);
      const lacking = [...gaps.nodes].sort();
      const values = {
        nad: nadLabel(nad),
        vm: gaps.vms[0]?.key ?? '',
        vms: gaps.vms.length,
        covered: gaps.covered,
        eligible: gaps.eligible,
        nodes: nameList(lacking),
      };
      judgements.push(
        fault({
          severity: 'warning',
          subject: nadSubject(nad),
          related: [
            nadId(nad),
            ...gaps.vms.map((vm) => vm.id),
            ...lacking.map((node) => entityId('node', node)),
            ...lacking.map((node) => entityId('mapping', node, localnet)),
          ],
          message:
            gaps.vms.length === 1
              ? text(
                  'VM {{vm}} can run with {{nad}} on {{covered}} of {{eligible}} eligible nodes; it is missing on {{nodes}}.',
                  values,
                )
              : text(
                  '{{vms}} VMs can run with {{nad}} on as few as {{covered}} of {{eligible}} eligible nodes; it is missing on {{nodes}}.',
                  values,
                ),
          symptom: text('It works until a migration, drain or restart moves a VM to such a node.'),
          fix: text(
            'Cover {{nodes}} with mapping and bridge, or give the VMs a nodeSelector for nodes that have them.',
            { nodes: nameList(lacking) },
          ),
        }),
      );
      return judgements;
    });
  },
};
