/** VM-009: the link of a VM NIC is down, because the spec says so or although it does not. */
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import { vmIdOfVnic, vnicLabel } from '../vmFacts';
import { judgeNics } from '../judgeNics';

const id = 'VM-009';

export const VM_009: Rule = {
  id,
  title: text('Link of a VM NIC is down'),
  severity: 'warning',
  tier: 'R',
  reads: ['vms'],
  consults: ['vmis'],
  source: 'openshift-docs virt-setting-interface-link-state',
  check: (context) =>
    judgeNics(context, id, (vnic) => {
      const state = vnic.nic?.state || 'up';
      const isDown = state === 'up' && vnic.status?.linkState === 'down';
      if (state !== 'down' && !isDown) return undefined;
      const common = { subject: vnic.id, related: [vmIdOfVnic(vnic)] };
      const values = { vnic: vnicLabel(vnic) };
      if (state === 'down') {
        return fault({
          ...common,
          severity: 'info',
          message: text('The link of {{vnic}} is down by request.', values),
          fix: text('Set the state of the interface to up when it is wanted.'),
        });
      }
      return fault({
        ...common,
        severity: 'warning',
        message: text('The link of {{vnic}} is down, although the VM wants it up.', values),
        symptom: text('The guest has no carrier on this interface.'),
        fix: text('Set the state of the interface to down and up again, or migrate the VM.'),
      });
    }),
};
