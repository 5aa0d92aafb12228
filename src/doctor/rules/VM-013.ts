/**
 * VM-013: once a template lists a network, KubeVirt no longer adds the pod network by itself, so a
 * VM that had it by default loses it at the next start.
 */
import { text } from '../../cluster/text';
import type { VmNetworking } from '../../cluster/vmRecord';
import { entityId } from '../../network/model';
import type { NetworkGraph, VmView } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { perGraph } from '../facts/perGraph';
import { changesPrimary, primaryNetworks } from '../facts/primaryNetworks';
import { fault } from '../finding';
import type { Rule } from '../model';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-013';

/** The console makes this service for host names in the cluster; it targets every VM. */
const HEADLESS_LABEL = 'network.kubevirt.io/headlessService';

type Selector = Readonly<Record<string, string>>;

/** Namespace -> services that select pods by labels. */
const services = perGraph(
  (graph): ReadonlyMap<string, { name: string; selector: Selector }[]> => {
    const byNamespace = new Map<string, { name: string; selector: Selector }[]>();
    for (const { meta, selector } of graph.snapshot.services.items.values()) {
      const keys = Object.keys(selector);
      if (keys.length === 0 || keys.includes(HEADLESS_LABEL)) continue;
      const list = byNamespace.get(meta.namespace);
      const entry = { name: meta.name, selector };
      if (list === undefined) byNamespace.set(meta.namespace, [entry]);
      else list.push(entry);
    }
    return byNamespace;
  },
  { of: ['services'] },
);

const hasPod = ({ networks }: VmNetworking): boolean =>
  networks.some(
    ({ source }) => source.type === 'pod' || (source.type === 'multus' && source.isDefault),
  );

const lacksPod = (graph: NetworkGraph, vm: VmView): boolean => {
  const template = vm.vm?.networking;
  if (template === undefined || template.networks.length === 0) return false;
  if (template.autoattachPodInterface === false || hasPod(template)) return false;
  return !primaryNetworks(graph).has(vm.namespace);
};

/** The template's labels and those that KubeVirt adds to the pod (domain reference A.7.3). */
const podLabels = ({ vm, name }: VmView): Selector => ({
  ...vm?.templateLabels,
  'kubevirt.io': 'virt-launcher',
  'vm.kubevirt.io/name': name,
  'vmi.kubevirt.io/id': name,
});

const targeting = (graph: NetworkGraph, vm: VmView): readonly string[] => {
  const labels = podLabels(vm);
  return (services(graph).get(vm.namespace) ?? [])
    .filter(({ selector }) =>
      Object.entries(selector).every(([key, value]) => labels[key] === value),
    )
    .map(({ name }) => name);
};

export const VM_013: Rule = {
  id,
  title: text('VM has no pod network, maybe by accident'),
  severity: 'warning',
  tier: 'R',
  reads: ['vms', 'vmis'],
  consults: ['services', 'nads', 'udns', 'cudns', 'namespaces'],
  source: 'kubevirt pkg/network/vmispec/defaults.go',
  check: (context) =>
    judgeEach(
      context,
      id,
      VMS,
      (vm) => {
        if (!lacksPod(context.graph, vm)) return undefined;
        const stillHas = vm.vmi !== undefined && hasPod(vm.vmi.networking);
        const targets = stillHas ? [] : targeting(context.graph, vm);
        if (!stillHas && targets.length === 0) return undefined;
        const values = { vm: vm.key, services: nameList(targets) };
        return fault({
          severity: 'warning',
          subject: vm.id,
          related: [
            ...vm.vnics.map((vnic) => vnic.id),
            ...(stillHas ? [entityId('vmi', vm.key)] : []),
          ],
          message: stillHas
            ? text('{{vm}} runs with the pod network, which its template does not have.', values)
            : text('{{vm}} has no pod network, but the services {{services}} target it.', values),
          symptom: stillHas
            ? text('It loses the pod network at the next start.')
            : text('The services have no endpoint in this VM.'),
          fix: text(
            'Add the pod network to the template: interface with masquerade, network pod: {}.',
          ),
        });
      },
      changesPrimary,
    ),
};
