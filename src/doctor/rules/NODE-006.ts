/**
 * NODE-006: an uplink that is up and probably has no link. NodeNetworkState has no carrier, so
 * this is read from a missing speed or a switch that only this NIC does not hear: "likely".
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { dependentsOf, isForVms } from '../facts/bridgeUse';
import type { BridgeUse } from '../facts/bridgeUse';
import { judgeBridges } from '../facts/judgeBridges';
import { lacksSpeed } from '../../network/lacksSpeed';
import { changesHearing, isAloneDeaf } from '../facts/silentNeighbors';
import { allUplinkParts } from '../facts/uplinkParts';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-006';

const hintOf = (
  graph: NetworkGraph,
  node: NodeView,
  nic: string,
  bridge: string,
): Text | undefined => {
  const values = { nic, node: node.name, bridge };
  if (lacksSpeed(node, nic)) {
    return text(
      '{{nic}} under {{bridge}} on {{node}} is up but reports no speed, unlike its siblings: likely no link.',
      values,
    );
  }
  if (!isAloneDeaf(graph, node, nic)) return undefined;
  return text(
    '{{nic}} under {{bridge}} on {{node}} hears no switch by LLDP, unlike {{nic}} on all other nodes: likely no link.',
    values,
  );
};

const judgeUse = (graph: NetworkGraph, use: BridgeUse): readonly Fault[] => {
  if (!isForVms(use)) return [];
  const { node, bridge } = use;
  return allUplinkParts(node, bridge)
    .filter((part) => part.kind === 'nic' && part.record?.state === 'up')
    .flatMap((part) => {
      const hint = hintOf(graph, node, part.name, bridge.name);
      if (hint === undefined) return [];
      return [
        fault({
          severity: 'warning',
          subject: part.id,
          related: [
            entityId('node', node.name),
            entityId('bridge', node.name, bridge.name),
            ...dependentsOf(use),
          ],
          message: hint,
          symptom: text('VMs on this node may be cut off from the wire.'),
          fix: text('Check the cable and the switch port.'),
        }),
      ];
    });
};

export const NODE_006: Rule = {
  id,
  title: text('Uplink probably has no link'),
  severity: 'warning',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'nads', 'vms', 'vmis', 'cudns', 'udns'],
  source: 'nmstate rust/src/lib/nispor/ethernet.rs (speed), rust/src/lib/lldp.rs',
  check: (context) =>
    judgeBridges(id, context, (use) => judgeUse(context.graph, use), changesHearing),
};
