/**
 * Guards of the chosen VMs: they exist, may use the network (B.2), can run where it is (B.5),
 * are not on it already, and what happens to them (PRE-007, PRE-012).
 */
import { text } from '../cluster/text';
import type { NetworkGraph, NodeView, VmView } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';
import type { Guard, GuardLevel } from './model';
import { vmEffect } from './vmEffect';

export const checkVms = (
  graph: NetworkGraph,
  intent: AttachIntent,
  nodes: readonly NodeView[],
): readonly Guard[] => {
  if (intent.vms.length === 0) {
    return [guard('VM-001', 'block', text('Choose at least one VM.'))];
  }
  const covered = new Set(nodes.map((node) => node.name));
  return intent.vms.flatMap(({ namespace, name }) => {
    const vm = graph.vms.get(`${namespace}/${name}`);
    if (vm?.vm === undefined) {
      return [
        guard('VM-001', 'block', text('VM {{vm}} does not exist.', { vm: `${namespace}/${name}` })),
      ];
    }
    return [
      ...checkReach(intent, vm),
      ...checkTwice(intent, vm),
      ...checkNodes(graph, vm, covered),
      ...checkEffect(vm),
    ];
  });
};

const guard = (id: string, level: GuardLevel, message: Guard['message']): Guard => ({
  id,
  level,
  field: 'vms',
  message,
});

const checkReach = (intent: AttachIntent, vm: VmView): readonly Guard[] => {
  if (intent.projects.includes(vm.namespace) || intent.projects.includes('default')) return [];
  return [
    guard(
      'VM-002',
      'block',
      text('VM {{vm}} may only use NADs of project {{project}} or of default. Add one of them.', {
        vm: vm.key,
        project: vm.namespace,
      }),
    ),
  ];
};

const checkTwice = (intent: AttachIntent, vm: VmView): readonly Guard[] => {
  const nads = new Set([`${vm.namespace}/${intent.networkName}`, `default/${intent.networkName}`]);
  const twin = vm.vnics.find((vnic) => vnic.nadKey !== undefined && nads.has(vnic.nadKey));
  if (twin === undefined) return [];
  return [
    guard(
      'VM-015',
      'block',
      text('VM {{vm}} is on network {{network}} already, with NIC {{nic}}.', {
        vm: vm.key,
        network: intent.networkName,
        nic: twin.name,
      }),
    ),
  ];
};

const checkNodes = (
  graph: NetworkGraph,
  vm: VmView,
  covered: ReadonlySet<string>,
): readonly Guard[] => {
  const eligible = graph.eligibleNodes(vm.key);
  if (eligible === undefined || eligible.length === 0) return [];
  const reached = eligible.filter((node) => covered.has(node)).length;
  if (reached === eligible.length) return [];
  const where = { vm: vm.key, k: reached, m: eligible.length };
  if (reached === 0) {
    return [
      guard('VM-014', 'block', text('VM {{vm}} can run on none of the chosen nodes.', where)),
    ];
  }
  return [
    guard(
      'NAD-006',
      'warn',
      text('VM {{vm}} could use the network on {{k}} of {{m}} nodes where it may run.', where),
    ),
  ];
};

const checkEffect = (vm: VmView): readonly Guard[] => {
  const effect = vmEffect(vm);
  const values = { vm: vm.key };
  if (effect === 'migrates') {
    return [
      guard('PRE-007', 'info', text('VM {{vm}} will live-migrate to take up the NIC.', values)),
    ];
  }
  if (effect === 'needsRestart') {
    return [
      guard('PRE-007', 'warn', text('VM {{vm}} needs a restart before it has the NIC.', values)),
    ];
  }
  if (effect === 'nextStart') {
    return [guard('PRE-007', 'info', text('VM {{vm}} gets the NIC at its next start.', values))];
  }
  return [];
};
