/**
 * VM-014: a VM runs only where all its networks are. No such node: it cannot start. One such node:
 * it cannot migrate.
 */
import { Shared } from '../../cluster/shared';
import type { Placement } from '../../cluster/vmRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, VmView } from '../../network/networkGraph';
import { eligibleNodesIn } from '../eligible';
import type { EligibleNodes } from '../eligible';
import { nameList } from '../facts/nameList';
import { perGraph } from '../facts/perGraph';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import type { Reach } from '../reach';
import { reachOfNad } from '../reach';
import { isLeaving } from '../vmFacts';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';
import { changesReach } from '../facts/changesReach';

const id = 'VM-014';
const HOSTNAME = 'kubernetes.io/hostname';

const NOWHERE: readonly Reach[] = [];

/** A list of one, which NICs share; of none where the NAD restricts nothing or does not exist. */
const reachesOfNad = (graph: NetworkGraph, key: string): readonly Reach[] => {
  const nad = graph.snapshot.nads.items.get(key);
  const reach = nad === undefined ? undefined : reachOfNad(graph, nad);
  return reach === undefined ? NOWHERE : [reach];
};

/** Where each of the VM's networks is; networks that need nothing on a node are left out. */
const reachesOf = (vm: VmView, ofNads: Shared<readonly Reach[]>): readonly Reach[] => {
  let all = NOWHERE;
  for (const vnic of vm.vnics) {
    if (vnic.nadKey === undefined || isLeaving(vnic)) continue;
    const reaches = ofNads.of(vnic.nadKey);
    // Mostly a VM has one such NIC, whose list serves as it is.
    if (all.length === 0) all = reaches;
    else if (!reaches.every((reach) => all.includes(reach))) all = [...all, ...reaches];
  }
  return all;
};

const isPinned = ({ nodeSelector, affinityTerms }: Placement): boolean =>
  HOSTNAME in nodeSelector ||
  (affinityTerms.length > 0 &&
    affinityTerms.every(({ expressions, fields }) =>
      [...expressions, ...fields].some(
        ({ key, operator, values }) =>
          (key === HOSTNAME || key === 'metadata.name') && operator === 'In' && values.length === 1,
      ),
    ));

const clusterStrategy = perGraph(
  (graph): string => {
    for (const { evictionStrategy } of graph.snapshot.kubevirts.items.values())
      return evictionStrategy;
    return '';
  },
  { of: ['kubevirts'] },
);

const mustMigrate = (graph: NetworkGraph, { vm, vmi }: VmView): boolean => {
  const own = vm?.evictionStrategy || vmi?.evictionStrategy || '';
  return (own === '' ? clusterStrategy(graph) : own) === 'LiveMigrate';
};

const areCovered = (
  nodes: EligibleNodes,
  eligible: readonly string[],
  reaches: readonly Reach[],
): boolean => {
  for (const reach of reaches) {
    if (nodes.split(eligible, reach).covered.length < eligible.length) return false;
  }
  return true;
};

const judgeVm = (
  graph: NetworkGraph,
  vm: VmView,
  nodes: EligibleNodes,
  ofNads: Shared<readonly Reach[]>,
): Judgement | undefined => {
  const reaches = reachesOf(vm, ofNads);
  const eligible = reaches.length === 0 ? undefined : nodes.of(vm);
  if (eligible === undefined) return undefined;
  if (eligible.length > 1 && areCovered(nodes, eligible, reaches)) return undefined;
  const able = eligible.filter((node) => reaches.every((reach) => reach.on.has(node)));
  const maybe = eligible.filter((node) =>
    reaches.every((reach) => reach.on.has(node) || reach.unknown.has(node)),
  );
  if (able.length < 2 && maybe.length > able.length) {
    return unclear(
      vm.id,
      text('Whether its networks are on {{nodes}} is not known', { nodes: nameList(maybe) }),
    );
  }
  const related = [
    ...vm.vnics.map((vnic) => vnic.id),
    ...able.map((node) => entityId('node', node)),
  ];
  const values = { vm: vm.key, node: able[0] ?? '', eligible: eligible.length };
  if (able.length === 0) {
    return fault({
      severity: 'error',
      subject: vm.id,
      related,
      message:
        eligible.length === 0
          ? text('No node may run {{vm}}: none is ready, schedulable and as the VM asks.', values)
          : text(
              'None of the {{eligible}} nodes that may run {{vm}} has all its networks.',
              values,
            ),
      symptom: text('It does not start, or runs cut off.'),
      fix: text('Bring its networks to the nodes it may use, or let it use nodes that have them.'),
    });
  }
  if (
    able.length > 1 ||
    !mustMigrate(graph, vm) ||
    isPinned((vm.vm ?? vm.vmi)?.placement ?? NO_PLACEMENT)
  ) {
    return undefined;
  }
  return fault({
    severity: 'warning',
    subject: vm.id,
    related,
    message: text('Only {{node}} can run {{vm}} with all its networks: it cannot migrate.', values),
    symptom: text('Draining {{node}} is blocked by this VM.', values),
    fix: text('Bring its networks to a second node, or set evictionStrategy to None.'),
  });
};

const NO_PLACEMENT: Placement = {
  nodeSelector: {},
  affinityTerms: [],
  tolerations: [],
  architecture: '',
};

export const VM_014: Rule = {
  id,
  title: text('No node can run this VM with all its networks'),
  severity: 'error',
  tier: 'N',
  reads: ['vms', 'nads', 'nodes', 'nodeStates'],
  consults: ['vmis', 'kubevirts', 'policies', 'enactments'],
  heeds: { nodeStates: changesReach, policies: changesReach, enactments: changesReach },
  source: 'openshift-docs virt-localnet-cudn-considerations; kubevirt eviction strategies',
  check: (context) => {
    const { graph } = context;
    const nodes = eligibleNodesIn(graph);
    const ofNads = new Shared((key) => reachesOfNad(graph, key));
    return judgeEach(context, id, VMS, (vm) => judgeVm(graph, vm, nodes, ofNads));
  },
};
