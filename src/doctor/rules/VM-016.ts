/** VM-016: addresses of secondary networks are known from the guest agent only. */
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import { isRunning } from '../vmFacts';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-016';

export const VM_016: Rule = {
  id,
  title: text('Addresses are unknown: no guest agent'),
  severity: 'info',
  tier: 'R',
  reads: ['vmis'],
  source: 'kubevirt VMI condition AgentConnected',
  check: (context) =>
    judgeEach(context, id, VMS, (vm) => {
      if (!isRunning(vm) || !vm.vnics.some((vnic) => vnic.nadKey !== undefined)) return undefined;
      const condition = conditionOf(vm.vmi?.conditions ?? [], 'AgentConnected');
      if (condition?.status === 'True') return undefined;
      return fault({
        severity: 'info',
        subject: vm.id,
        message: text(
          '{{vm}} has no guest agent: the addresses of its secondary NICs are unknown.',
          {
            vm: vm.key,
          },
        ),
        fix: text('Install and start qemu-guest-agent in the guest.'),
      });
    }),
};
