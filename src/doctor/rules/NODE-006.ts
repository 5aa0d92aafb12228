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
import type { UplinkPart } from '../../network/uplinkParts';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-006';
const NONE: readonly Fault[] = [];

const hintOf = (
  graph: NetworkGraph,
  node: NodeView,
  nic: string,
  bridge: string,
): Text | undefined => {
  if (lacksSpeed(node, nic)) {
    const values = { nic, node: node.name, bridge };
    return text(
      '{{nic}} under {{bridge}} on {{node}} is up but reports no speed, unlike its siblings: likely no link.',
      values,
    );
  }
  if (!isAloneDeaf(graph, node, nic)) return undefined;
  return text(
    '{{nic}} under {{bridge}} on {{node}} hears no switch by LLDP, unlike {{nic}} on all other nodes: likely no link.',
    { nic, node: node.name, bridge },
  );
};

const linkFault = (use: BridgeUse, part: UplinkPart, message: Text): Fault =>
  fault({
    severity: 'warning',
    subject: part.id,
    related: [
      entityId('node', use.node.name),
      entityId('bridge', use.node.name, use.bridge.name),
      ...dependentsOf(use),
    ],
    message,
    symptom: text('VMs on this node may be cut off from the wire.'),
    fix: text('Check the cable and the switch port.'),
  });

const judgeUse = (graph: NetworkGraph, use: BridgeUse): readonly Fault[] => {
  if (!isForVms(use)) return NONE;
  const { node, bridge } = use;
  let faults: Fault[] | undefined;
  for (const part of bridge.stack.all) {
    if (part.kind !== 'nic' || part.record?.state !== 'up') continue;
    const hint = hintOf(graph, node, part.name, bridge.name);
    if (hint !== undefined) (faults ??= []).push(linkFault(use, part, hint));
  }
  return faults ?? NONE;
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
