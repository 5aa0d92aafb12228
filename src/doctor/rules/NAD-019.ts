/** NAD-019: the bridge CNI can use Linux bridges only; an OVS bridge or a NIC of that name stops it. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { nameList } from '../facts/nameList';
import { changesDevices, changesReach } from '../facts/changesReach';
import { fault, unclear } from '../finding';
import type { Rule } from '../model';
import { nadId, nadKey, nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { bridgeReach, nodesForVms } from '../reach';
import { nodesOfVms } from '../vmFacts';
import { judgeBridgeNads } from '../judgeNads';

const id = 'NAD-019';

export const NAD_019: Rule = {
  id,
  title: text('Linux bridge NAD names an OVS bridge or another device'),
  severity: 'error',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['nodes', 'vms', 'vmis', 'policies', 'enactments'],
  heeds: { nodeStates: changesDevices, policies: changesReach, enactments: changesReach },
  source: 'containernetworking plugins/main/bridge bridgeByName',
  check: (context) =>
    judgeBridgeNads(context, id, ({ nad, plugin }) => {
      const { bridge } = plugin;
      const nodes = new Set([
        ...nodesForVms(context.graph),
        ...nodesOfVms(context.graph, nadKey(nad)),
      ]);
      const wrong = [...nodes].filter((node) => bridgeReach(node, bridge) === 'notLinux');
      const first = wrong[0];
      if (first === undefined) {
        const isSilent = [...nodes].some((node) => bridgeReach(node, bridge) === 'unknown');
        return isSilent
          ? unclear(nadId(nad), text('The bridges of some nodes are not known'))
          : undefined;
      }
      return fault({
        severity: 'error',
        subject: nadSubject(nad),
        related: [
          ...nadRelated(context.graph, nad),
          ...wrong.map((node) => entityId('bridge', node.name, bridge)),
        ],
        message: text(
          '{{nad}} uses {{bridge}} as a Linux bridge, but on {{nodes}} it is {{type}}.',
          {
            nad: nadLabel(nad),
            bridge,
            nodes: nameList(wrong.map((node) => node.name)),
            type: (first.bridges.get(bridge)?.record ?? first.byName.get(bridge))?.type ?? '',
          },
        ),
        symptom: text('Pods fail to start: "already exists but is not a bridge".'),
        fix: text('Map a localnet to the OVS bridge and use an OVN NAD or a CUDN instead.'),
      });
    }),
};
