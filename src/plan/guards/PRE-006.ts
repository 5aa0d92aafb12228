/**
 * PRE-006: a localnet has one bridge per node. A network that exists brings its localnet with it;
 * a policy of ours may map it only where no chosen node does already, because taking the policy
 * back would take away a mapping that somebody else made.
 */
import { text } from '../../cluster/text';
import { existingNetwork } from '../existingNetwork';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-006';

export const PRE_006: GuardRule = {
  id: ID,
  check: ({ graph, nodes, intent }) => {
    const { uplink } = intent;
    const network = existingNetwork(graph, intent);
    if (network === undefined || network.physicalName === '' || !('bridge' in uplink)) return [];
    const localnet = network.physicalName;
    const other = nodes.find((node) => {
      const on = node.mappings?.get(localnet);
      return on !== undefined && on !== uplink.bridge;
    });
    if (other !== undefined) {
      return [
        guard(
          ID,
          'block',
          'uplink',
          text('Node {{node}} maps localnet {{localnet}} of network {{network}} to {{bridge}}.', {
            node: other.name,
            localnet,
            network: network.name,
            bridge: other.mappings?.get(localnet) ?? '',
          }),
          text('Choose that bridge, or give the network another name.'),
        ),
      ];
    }
    const have = nodes.filter((node) => node.mappings?.has(localnet) === true);
    if (have.length === 0 || have.length === nodes.length) return [];
    return [
      guard(
        ID,
        'block',
        'nodes',
        text('Some of the chosen nodes map localnet {{localnet}} already: {{nodes}}.', {
          localnet,
          nodes: have.map((node) => node.name).join(', '),
        }),
        text('Choose only the nodes that do not.'),
      ),
    ];
  },
};
