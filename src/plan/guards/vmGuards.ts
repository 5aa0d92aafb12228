/**
 * VM-001, VM-002, VM-014, VM-015, NAD-006: the VMs exist, may use the network (B.2), can run
 * where it is (B.5), and are not on it already.
 */
import { text } from '../../cluster/text';
import type { VmView } from '../../network/networkGraph';
import type { AttachIntent } from '../attachIntent';
import type { FlowContext } from '../flows/flow';
import type { Guard } from '../model';
import { nadInProject } from '../nadInProject';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

export const VM_001: GuardRule = {
  id: 'VM-001',
  check: ({ graph, intent }) => {
    if (intent.vms.length === 0) {
      return [guard('VM-001', 'block', 'vms', text('Choose at least one VM.'))];
    }
    return intent.vms
      .map(({ namespace, name }) => `${namespace}/${name}`)
      .filter((key) => graph.vms.get(key)?.vm === undefined)
      .map((vm) => guard('VM-001', 'block', 'vms', text('VM {{vm}} does not exist.', { vm })));
  },
};

/** A guard that is asked VM by VM. */
const ofEachVm = (
  id: string,
  check: (vm: VmView, context: FlowContext) => Guard | undefined,
): GuardRule => ({
  id,
  check: (context) =>
    context.intent.vms.flatMap(({ namespace, name }) => {
      const vm = context.graph.vms.get(`${namespace}/${name}`);
      return vm?.vm === undefined ? [] : (check(vm, context) ?? []);
    }),
});

const reaches = ({ projects }: AttachIntent, namespace: string): boolean =>
  projects.includes(namespace) || projects.includes('default');

export const VM_002 = ofEachVm('VM-002', (vm, { intent }) =>
  reaches(intent, vm.namespace)
    ? undefined
    : guard(
        'VM-002',
        'block',
        'vms',
        text('VM {{vm}} may only use NADs of project {{project}} or of default.', {
          vm: vm.key,
          project: vm.namespace,
        }),
        text('Add one of these projects.'),
      ),
);

export const VM_015 = ofEachVm('VM-015', (vm, { graph, intent }) => {
  const nads = new Set(
    [vm.namespace, 'default'].map(
      (project) => `${project}/${nadInProject(graph, intent, project).name}`,
    ),
  );
  const twin = vm.vnics.find((vnic) => vnic.nadKey !== undefined && nads.has(vnic.nadKey));
  if (twin === undefined) return undefined;
  return guard(
    'VM-015',
    'block',
    'vms',
    text('VM {{vm}} is on network {{network}} already, with NIC {{nic}}.', {
      vm: vm.key,
      network: intent.networkName,
      nic: twin.name,
    }),
  );
});

const covered = new WeakMap<FlowContext, ReadonlySet<string>>();

const nodesOf = (context: FlowContext): ReadonlySet<string> => {
  const known = covered.get(context);
  if (known !== undefined) return known;
  const names = new Set(context.nodes.map((node) => node.name));
  covered.set(context, names);
  return names;
};

export const VM_014 = ofEachVm('VM-014', (vm, context) => {
  if (context.intent.flow === 'layer2') return undefined;
  const eligible = context.graph.eligibleNodes(vm.key);
  if (eligible === undefined || eligible.length === 0) return undefined;
  const names = nodesOf(context);
  const reached = eligible.filter((node) => names.has(node)).length;
  if (reached === eligible.length) return undefined;
  const where = { vm: vm.key, k: reached, m: eligible.length };
  return reached === 0
    ? guard('VM-014', 'block', 'vms', text('VM {{vm}} can run on none of the chosen nodes.', where))
    : guard(
        'NAD-006',
        'warn',
        'vms',
        text('VM {{vm}} could use the network on {{k}} of {{m}} nodes where it may run.', where),
      );
});
