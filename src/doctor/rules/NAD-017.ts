/**
 * NAD-017: only the resourceName annotation tells the scheduler where a Linux bridge is. Without
 * it a VM may land where the bridge is not.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { isMadeByCni } from '../facts/cniMadeBridge';
import { nameList } from '../facts/nameList';
import { changesDevices } from '../facts/changesReach';
import { fault, unclear } from '../finding';
import type { Rule } from '../model';
import { isUsedByVm, nadId, nadKey, nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { bridgeReach, nodesForVms } from '../reach';
import { judgeBridgeNads } from '../judgeNads';

const id = 'NAD-017';

/** Where the name belongs to other devices throughout, no annotation mends it: NAD-019 reports it. */
const isOtherDevice = (graph: NetworkGraph, lacking: readonly NodeView[], bridge: string) =>
  lacking.every((node) => bridgeReach(node, bridge) === 'notLinux') &&
  [...graph.nodes.values()].every((node) => bridgeReach(node, bridge) !== 'ok');

/** Nodes without the bridge; one that the CNI made is none where others have a real one. */
const lackingOf = (
  graph: NetworkGraph,
  nodes: readonly NodeView[],
  bridge: string,
): readonly NodeView[] => {
  const isReal = (node: NodeView): boolean =>
    bridgeReach(node, bridge) === 'ok' && !isMadeByCni(node, bridge);
  const isAnywhere = [...graph.nodes.values()].some(isReal);
  return nodes.filter(
    (node) =>
      ['missing', 'notLinux'].includes(bridgeReach(node, bridge)) ||
      (isAnywhere && isMadeByCni(node, bridge)),
  );
};

/** Nodes the VMs of the NAD may run on; with no VM, all that can run VMs. */
const candidates = (graph: NetworkGraph, nad: NadRecord): readonly NodeView[] => {
  const vnics = graph.vnicsOfNad(nadKey(nad));
  if (vnics.length === 0) return nodesForVms(graph);
  const lists = new Set(
    vnics.map((vnic) => graph.eligibleNodes(`${vnic.namespace}/${vnic.vmName}`) ?? []),
  );
  const names = new Set([...lists].flat());
  return [...names].sort().flatMap((name) => graph.nodes.get(name) ?? []);
};

export const NAD_017: Rule = {
  id,
  title: text('Linux bridge NAD without resourceName'),
  severity: 'warning',
  tier: 'N',
  reads: ['nads', 'nodes', 'nodeStates'],
  consults: ['vms', 'vmis', 'policies', 'enactments'],
  heeds: { nodeStates: changesDevices, enactments: changesDevices },
  source: 'bridge-marker pkg/marker; openshift-docs virt-creating-linux-bridge-nad-cli',
  check: (context) =>
    judgeBridgeNads(context, id, ({ nad, plugin }) => {
      const { bridge } = plugin;
      if (nad.resourceName !== '') return undefined;
      // A bridge that hands out addresses and that no VM uses serves containers: the CNI makes it.
      if (plugin.ipamType !== '' && !isUsedByVm(context.graph, nad)) return undefined;
      const nodes = candidates(context.graph, nad);
      const lacking = lackingOf(context.graph, nodes, bridge);
      if (lacking.length === 0) {
        const silent = nodes.filter((node) => bridgeReach(node, bridge) === 'unknown');
        if (silent.length === 0) return undefined;
        const reason = text('The bridges of {{nodes}} are not known', {
          nodes: nameList(silent.map((node) => node.name)),
        });
        return unclear(nadId(nad), reason);
      }
      if (isOtherDevice(context.graph, lacking, bridge)) return undefined;
      const values = {
        nad: nadLabel(nad),
        bridge,
        nodes: nameList(lacking.map((node) => node.name)),
      };
      return fault({
        severity: 'warning',
        subject: nadSubject(nad),
        related: [
          ...nadRelated(context.graph, nad),
          ...lacking.map((node) => entityId('node', node.name)),
          ...lacking.map((node) => entityId('bridge', node.name, bridge)),
        ],
        message: text(
          '{{nad}} has no resourceName, and {{bridge}} is missing on {{nodes}}, where its VMs may run.',
          values,
        ),
        symptom: text('A VM that moves there runs on an empty bridge, cut off.'),
        fix: text(
          'Annotate it with k8s.v1.cni.cncf.io/resourceName: bridge.network.kubevirt.io/{{bridge}}.',
          { bridge },
        ),
      });
    }),
};
