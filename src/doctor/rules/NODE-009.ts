/** NODE-009: a mapping that no network uses: a physical network waiting for its first VM network. */
import { PHYSNET } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { entityId } from '../../network/model';
import { judgeMappedNodes } from '../facts/judgeNodes';
import { fault, judgeOnce, unclear } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'NODE-009';

export const NODE_009: Rule = {
  id,
  title: text('Mapping without users'),
  severity: 'info',
  tier: 'N',
  reads: ['nodeStates', 'nads'],
  consults: ['cudns', 'nodes', 'policies', 'enactments', 'vms', 'vmis'],
  source: 'ovn-kubernetes docs/features/multiple-networks/multi-homing.md',
  check: (context) => {
    const { graph } = context;
    const { nads } = graph.snapshot;
    if (!isKnown(nads)) {
      return judgeOnce(id, () => unclear(WHOLE_CLUSTER, whyUnknown('nads', nads)));
    }
    return judgeMappedNodes(id, context, (node, mappings) =>
      [...mappings]
        .filter(([localnet]) => localnet !== PHYSNET)
        .filter(([localnet]) => (graph.localnets.get(localnet)?.networks.length ?? 0) === 0)
        .map(([localnet, bridge]) =>
          fault({
            severity: 'info',
            subject: entityId('mapping', node.name, localnet),
            related: [entityId('localnet', localnet), entityId('bridge', node.name, bridge)],
            message: text(
              'No network uses localnet {{localnet}}, mapped to {{bridge}} on {{node}}.',
              {
                localnet,
                bridge,
                node: node.name,
              },
            ),
            fix: text('Create a VM network on {{localnet}}, or remove the mapping.', { localnet }),
          }),
        ),
    );
  },
};
