/**
 * PRE-012: a VM that lists no NIC gets the pod network by default, and no longer does once it
 * lists one. The plan writes it out, and says so (A.7.1).
 */
import { text } from '../../cluster/text';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-012';

export const PRE_012: GuardRule = {
  id: ID,
  check: ({ graph, intent }) =>
    intent.vms.flatMap(({ namespace, name }) => {
      const networking = graph.vms.get(`${namespace}/${name}`)?.vm?.networking;
      if (networking === undefined || networking.autoattachPodInterface === false) return [];
      if (networking.interfaces.length + networking.networks.length > 0) return [];
      return [
        guard(
          ID,
          'info',
          'vms',
          text('VM {{vm}} lists no NIC: its pod network is written out too, or it would lose it.', {
            vm: `${namespace}/${name}`,
          }),
        ),
      ];
    }),
};
