/** PRE-007: what the change does to each VM: nothing now, a live migration, or a restart (A.7.2). */
import { text } from '../../cluster/text';
import type { VmView } from '../../network/networkGraph';
import type { Guard } from '../model';
import { vmEffect } from '../vmEffect';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-007';

export const PRE_007: GuardRule = {
  id: ID,
  check: ({ graph, intent }) =>
    intent.vms.flatMap(({ namespace, name }) => {
      const vm = graph.vms.get(`${namespace}/${name}`);
      return vm === undefined ? [] : effectOf(vm);
    }),
};

const effectOf = (vm: VmView): readonly Guard[] => {
  const values = { vm: vm.key };
  switch (vmEffect(vm)) {
    case 'migrates':
      return [
        guard(ID, 'info', 'vms', text('VM {{vm}} will live-migrate to take up the NIC.', values)),
      ];
    case 'needsRestart':
      return [
        guard(
          ID,
          'warn',
          'vms',
          text('VM {{vm}} needs a restart before it has the NIC.', values),
          text('It keeps running as it is until somebody restarts it.'),
        ),
      ];
    case 'nextStart':
      return [guard(ID, 'info', 'vms', text('VM {{vm}} gets the NIC at its next start.', values))];
    case 'unknown':
      return [
        guard(
          ID,
          'warn',
          'vms',
          text('What the change does to VM {{vm}} is not known: it cannot be read whole.', values),
        ),
      ];
  }
};
