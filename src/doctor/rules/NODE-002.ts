/**
 * NODE-002: a mapping to a bridge that is not there. Every component accepts it, VMs start, and
 * nothing passes; only the log of ovn-controller says so.
 */
import { BR_INT } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { judgeMappedNodes } from '../facts/judgeNodes';
import { localnetVnicsOnNode } from '../facts/localnetVms';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';
import { nearestName } from '../nearestName';

const id = 'NODE-002';

/** No such OVS bridge, or it is down; another device of that name is NODE-003. */
const isMissing = (node: NodeView, bridge: string): boolean => {
  const found = node.bridges.get(bridge);
  if (found?.ovs === true) return found.record.state === 'down' || found.record.state === 'absent';
  return found === undefined && !node.byName.has(bridge);
};

const toFault = (graph: NetworkGraph, node: NodeView, localnet: string, bridge: string): Fault => {
  const vnics = localnetVnicsOnNode(graph, node.name, localnet);
  const names = [...node.bridges.values()].filter((view) => view.ovs).map((view) => view.name);
  const near = nearestName(bridge, names);
  return fault({
    severity: vnics.length > 0 ? 'error' : 'warning',
    subject: entityId('mapping', node.name, localnet),
    related: [
      entityId('node', node.name),
      entityId('bridge', node.name, bridge),
      entityId('localnet', localnet),
      ...vnics.map((vnic) => vnic.id),
    ],
    message: text(
      '{{node}} maps {{localnet}} to {{bridge}}, but it has no such OVS bridge that is up.',
      {
        node: node.name,
        localnet,
        bridge,
      },
    ),
    symptom: text('Everything is green, VMs run on the node, and nothing passes.'),
    fix:
      near === undefined
        ? text('Make the bridge on this node, or remove the mapping there.')
        : text(
            'Did you mean {{near}}? Else make the bridge on this node, or remove the mapping there.',
            {
              near,
            },
          ),
  });
};

export const NODE_002: Rule = {
  id,
  title: text('Bridge mapping points to a bridge that does not exist'),
  severity: 'error',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'vms', 'vmis', 'nads', 'cudns', 'udns'],
  source: 'ovn controller/patch.c; ovn-kubernetes go-controller/pkg/cni/cni.go',
  check: (context) =>
    judgeMappedNodes(id, context, (node, mappings) => {
      const faults: Fault[] = [];
      for (const [localnet, bridge] of mappings) {
        if (bridge === BR_INT || !isMissing(node, bridge)) continue;
        faults.push(toFault(context.graph, node, localnet, bridge));
      }
      return faults;
    }),
};
