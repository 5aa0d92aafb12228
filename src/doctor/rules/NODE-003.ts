/** NODE-003: OVN can only connect a localnet to an OVS bridge; a Linux bridge or a NIC it passes over. */
import { BR_INT } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NodeView } from '../../network/networkGraph';
import { judgeMappedNodes } from '../facts/judgeNodes';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-003';

/** nmstate type of what is there instead of an OVS bridge; undefined when nothing is. */
const otherType = (node: NodeView, bridge: string): string | undefined =>
  node.bridges.get(bridge)?.ovs === true ? undefined : node.byName.get(bridge)?.type;

const judgeMapping = (node: NodeView, localnet: string, bridge: string): readonly Fault[] => {
  const type = otherType(node, bridge);
  if (type === undefined || bridge === BR_INT) return [];
  return [
    fault({
      severity: 'error',
      subject: entityId('mapping', node.name, localnet),
      related: [
        entityId('node', node.name),
        entityId('bridge', node.name, bridge),
        entityId('localnet', localnet),
      ],
      message: text(
        '{{node}} maps {{localnet}} to {{bridge}}, which is no OVS bridge there but of type {{type}}.',
        { node: node.name, localnet, bridge, type },
      ),
      symptom: text('Everything is green, VMs run on the node, and nothing passes.'),
      fix: text('Map the localnet to an OVS bridge, or use a NAD of the bridge CNI instead.'),
    }),
  ];
};

export const NODE_003: Rule = {
  id,
  title: text('Bridge mapping points to something that is no OVS bridge'),
  severity: 'error',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'vmis', 'vms'],
  source: 'ovn controller/patch.c',
  check: (context) =>
    judgeMappedNodes(id, context, (node, mappings) =>
      [...mappings].flatMap(([localnet, bridge]) => judgeMapping(node, localnet, bridge)),
    ),
};
