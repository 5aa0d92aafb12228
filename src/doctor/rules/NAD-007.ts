/** NAD-007: OVN object names replace "-" and "/" by ".", so two network names can become one. */
import { text } from '../../cluster/text';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import { ovnName } from '../../cluster/ovnNames';
import type { NetworkView } from '../../network/networkGraph';
import { nadId } from '../nadFacts';

const id = 'NAD-007';

const groupByPrefix = (networks: Iterable<NetworkView>): NetworkView[][] => {
  const groups = new Map<string, NetworkView[]>();
  for (const network of networks) {
    if (network.topology === '' || network.name === '') continue;
    const prefix = ovnName(network.name);
    const group = groups.get(prefix);
    if (group === undefined) groups.set(prefix, [network]);
    else group.push(network);
  }
  return [...groups.values()];
};

export const NAD_007: Rule = {
  id,
  title: text('Two network names collide inside OVN'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['cudns', 'udns'],
  source: 'ovn-kubernetes GetUserDefinedNetworkPrefix (effect inferred)',
  check: ({ graph }) =>
    judge(id, groupByPrefix(graph.networks.values()), (group) => {
      const sorted = [...group].sort((a, b) => (a.name < b.name ? -1 : 1));
      const first = sorted[0];
      if (first === undefined || sorted.length < 2) return undefined;
      return fault({
        severity: 'error',
        subject: first.id,
        related: [
          ...sorted.map((network) => network.id),
          ...sorted.flatMap((network) => network.nads.map(nadId)),
        ],
        message: text('The networks {{names}} are one name inside OVN: {{prefix}}.', {
          names: sorted.map((network) => network.name).join(', '),
          prefix: ovnName(first.name),
        }),
        symptom: text(
          'They share or fight over one logical switch; what works is a matter of luck.',
        ),
        fix: text('Give one of them another name, different after "-" and "/" become ".".'),
      });
    }),
};
