/** VM-011: the VM cannot be live-migrated because of an interface, or although a change waits for it. */
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import type { VmView } from '../../network/networkGraph';
import { unfinishedPlug } from '../facts/unfinishedPlug';
import { fault, unclear } from '../finding';
import type { Rule } from '../model';
import { isRunning } from '../vmFacts';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-011';
const INTERFACE_REASON = 'InterfaceNotLiveMigratable';

const waits = (vm: VmView): boolean =>
  vm.vnics.some((vnic) => unfinishedPlug(vnic) !== undefined || vnic.instanceNadKey !== undefined);

export const VM_011: Rule = {
  id,
  title: text('VM is not live-migratable'),
  severity: 'warning',
  tier: 'R',
  reads: ['vmis'],
  consults: ['vms'],
  source: 'kubevirt VMI condition LiveMigratable',
  check: (context) =>
    judgeEach(context, id, VMS, (vm) => {
      if (!isRunning(vm)) return undefined;
      const condition = conditionOf(vm.vmi?.conditions ?? [], 'LiveMigratable');
      if (condition === undefined) {
        return waits(vm)
          ? unclear(vm.id, text('It does not say whether it can migrate'))
          : undefined;
      }
      if (condition.status !== 'False') return undefined;
      if (condition.reason !== INTERFACE_REASON && !waits(vm)) return undefined;
      return fault({
        severity: 'warning',
        subject: vm.id,
        related: vm.vnics.map((vnic) => vnic.id),
        message: text('{{vm}} cannot be live-migrated ({{reason}}): {{message}}', {
          vm: vm.key,
          reason: condition.reason,
          message: condition.message,
        }),
        quote: { placeholder: 'message', raw: condition.message },
        symptom: text('It is shut down when its node is drained, and network changes wait.'),
        fix:
          condition.reason === INTERFACE_REASON
            ? text('Use masquerade or l2bridge on the pod network instead of bridge.')
            : text('Remove what hinders migration, or restart the VM to apply the network change.'),
      });
    }),
};
