/** CUDN-005: IPAM is on by default, and on a localnet it blocks the guests' own addresses. */
import { text } from '../../cluster/text';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import { definitionLabel, idOfDefinition } from '../udnFacts';

const id = 'CUDN-005';

export const CUDN_005: Rule = {
  id,
  title: text('IPAM is left enabled on a localnet'),
  severity: 'warning',
  tier: 'S',
  reads: ['cudns'],
  source: 'openshift-docs virt-localnet-cudn-considerations',
  check: ({ graph }) =>
    judge(id, graph.snapshot.cudns.items.values(), (cudn) => {
      const { topology, ipamMode } = cudn.network;
      if (topology !== 'Localnet' || ipamMode === 'Disabled') return undefined;
      return fault({
        severity: 'warning',
        subject: idOfDefinition(cudn),
        message: text(
          '{{network}} has IPAM enabled, which is not supported for VMs on a localnet.',
          {
            network: definitionLabel(cudn),
          },
        ),
        symptom: text('Static addresses of guests are dropped as spoofed.'),
        fix: text('Recreate it with ipam.mode: Disabled and without subnets; it cannot be edited.'),
      });
    }),
};
