/**
 * NAD-016: the bridge CNI makes a missing Linux bridge by itself, without an uplink, so the VM
 * runs but reaches nothing outside its node.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { whyUnknown } from '../../network/evidence';
import { missingEvidence } from '../evidence';
import { isMadeByCni } from '../facts/cniMadeBridge';
import { nameList } from '../facts/nameList';
import { changesDevices } from '../facts/changesReach';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { isUsedByVm, nadId, nadKey, nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { nearestName } from '../nearestName';
import { bridgeReach, nodesForVms } from '../reach';
import { nodesOfVms } from '../vmFacts';
import { judgeBridgeNads } from '../judgeNads';

const id = 'NAD-016';

const linuxBridges = (graph: NetworkGraph): string[] => {
  const names = new Set<string>();
  for (const node of nodesForVms(graph)) {
    for (const bridge of node.bridges.values()) if (!bridge.ovs) names.add(bridge.name);
  }
  return [...names];
};

const judgeNad = (graph: NetworkGraph, nad: NadRecord, bridge: string): readonly Judgement[] => {
  const all = [...graph.nodes.values()];
  const reaches = new Map(all.map((node) => [node, bridgeReach(node, bridge)]));
  const isNowhere = all.length > 0 && all.every((node) => reaches.get(node) === 'missing');
  const onVms = nodesOfVms(graph, nadKey(nad));
  const missing = onVms.filter((node) => reaches.get(node) === 'missing');
  const isolated = onVms.filter((node) => isMadeByCni(node, bridge));
  const lacking = isNowhere ? onVms : [...missing, ...isolated];
  const isSeen = all.some((node) => !['missing', 'unknown'].includes(reaches.get(node) ?? ''));
  // Where no node shows the bridge, a silent one may have it.
  const unknown = (isSeen ? onVms : all).filter((node) => reaches.get(node) === 'unknown');
  const judgements: Judgement[] = [];
  if (unknown.length > 0) {
    const reason = text('The bridges of {{nodes}} are not known', {
      nodes: nameList(unknown.map((node) => node.name)),
    });
    judgements.push(unclear(nadId(nad), reason));
  }
  if (!isNowhere && onVms.length === 0 && missingEvidence(graph.snapshot, ['vmis'])) {
    return [unclear(nadId(nad), whyUnknown('vmis', graph.snapshot.vmis))];
  }
  if (!isNowhere && lacking.length === 0) return judgements;
  const values = {
    nad: nadLabel(nad),
    bridge,
    nodes: nameList(lacking.map((node) => node.name)),
  };
  const near = isNowhere ? nearestName(bridge, linuxBridges(graph)) : undefined;
  judgements.push(
    fault({
      severity: 'error',
      subject: nadSubject(nad),
      related: [
        ...nadRelated(graph, nad),
        ...lacking.map((node) => entityId('node', node.name)),
        ...lacking.map((node) => entityId('bridge', node.name, bridge)),
      ],
      message: isNowhere
        ? text('{{nad}} names the Linux bridge {{bridge}}, which exists on no node.', values)
        : missing.length > 0
          ? text('{{nad}} names the Linux bridge {{bridge}}, which VMs on {{nodes}} lack.', values)
          : text(
              'The bridge {{bridge}} of {{nad}} on {{nodes}} was made by the CNI and has no uplink.',
              values,
            ),
      symptom: text('The VM runs, but its network ends on its own node.'),
      fix:
        near === undefined
          ? text(
              'Make {{bridge}} with an uplink in a NodeNetworkConfigurationPolicy for these nodes; an empty one is adopted.',
              values,
            )
          : text(
              'Did you mean {{near}}? Else make {{bridge}} in a NodeNetworkConfigurationPolicy.',
              {
                near,
                bridge,
              },
            ),
    }),
  );
  return judgements;
};

export const NAD_016: Rule = {
  id,
  title: text('Linux bridge does not exist on the node of a VM'),
  severity: 'error',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['vms', 'vmis', 'nodes', 'policies', 'enactments'],
  heeds: { nodeStates: changesDevices, enactments: changesDevices },
  source: 'containernetworking plugins/main/bridge ensureBridge',
  check: (context) =>
    judgeBridgeNads(context, id, ({ nad, plugin }) => {
      // A bridge that hands out addresses and that no VM uses serves containers: the CNI makes it.
      if (plugin.ipamType !== '' && !isUsedByVm(context.graph, nad)) return undefined;
      return judgeNad(context.graph, nad, plugin.bridge);
    }),
};
