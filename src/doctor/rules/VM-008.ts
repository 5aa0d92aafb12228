/** VM-008: the scheduler finds no node that offers a network resource the VM needs. */
import type { PodRecord } from '../../cluster/clusterRecords';
import type { Condition } from '../../cluster/condition';
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import type { VmView } from '../../network/networkGraph';
import { launcherPodOf } from '../facts/launcherPodOf';
import { fault, unclear } from '../finding';
import type { Rule } from '../model';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-008';
const NONE: readonly Condition[] = [];
const INSUFFICIENT =
  /Insufficient ((?:bridge\.network\.kubevirt\.io|openshift\.io|macvtap\.network\.kubevirt\.io)\/[^\s,]*[^\s,.])/;

const namedIn = (condition: Condition | undefined): string | undefined =>
  condition?.status === 'False' && condition.message !== ''
    ? INSUFFICIENT.exec(condition.message)?.[1]
    : undefined;

const firstNamed = (conditions: readonly Condition[] | undefined): string | undefined => {
  for (const condition of conditions ?? NONE) {
    const resource = namedIn(condition);
    if (resource !== undefined) return resource;
  }
  return undefined;
};

const resourceIn = ({ vm, vmi }: VmView, pod: PodRecord | undefined): string | undefined =>
  firstNamed(vmi?.conditions) ??
  firstNamed(vm?.conditions) ??
  namedIn(pod && conditionOf(pod.conditions, 'PodScheduled'));

export const VM_008: Rule = {
  id,
  title: text('VM cannot be scheduled because of a network resource'),
  severity: 'error',
  tier: 'R',
  reads: ['vms', 'vmis'],
  consults: ['pods', 'nads'],
  source: 'Kubernetes scheduler; kubevirt VMI condition PodScheduled',
  check: (context) => {
    const { graph } = context;
    return judgeEach(context, id, VMS, (vm) => {
      const resource = resourceIn(vm, launcherPodOf(graph, vm));
      if (resource !== undefined) {
        const users = vm.vnics.filter(
          (vnic) =>
            vnic.nadKey !== undefined &&
            graph.snapshot.nads.items.get(vnic.nadKey)?.resourceName === resource,
        );
        return fault({
          severity: 'error',
          subject: vm.id,
          related: users.map((vnic) => vnic.id),
          message: text('{{vm}} cannot be scheduled: no eligible node has {{resource}} left.', {
            vm: vm.key,
            resource,
          }),
          symptom: text('The VM is ErrorUnschedulable.'),
          fix: text('Make the bridge or the device available on nodes that the VM may use.'),
        });
      }
      if (vm.vm?.printableStatus !== 'ErrorUnschedulable') return undefined;
      const asks = vm.vnics.some(
        ({ nadKey }) => (graph.snapshot.nads.items.get(nadKey ?? '')?.resourceName ?? '') !== '',
      );
      const isSilent = !vm.vmi?.conditions.some(({ type }) => type === 'PodScheduled');
      return asks && isSilent
        ? unclear(vm.id, text('Why it is ErrorUnschedulable is not in what can be read'))
        : undefined;
    });
  },
};
