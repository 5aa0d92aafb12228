/** NNCP-014: without multicast snooping a bridge floods multicast to every VM and port. */
import { BR_EX } from '../../cluster/ovnNames';
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NodeView } from '../../network/networkGraph';
import { changesSnooping } from '../facts/changesReach';
import { policyId } from '../facts/policyIds';
import { intentsOf, isWanted } from '../../network/policyIntent';
import { localnetsMappedTo } from '../facts/wantedMappings';
import { fault, judge } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-014';

const isSnooping = (node: NodeView, bridge: string): boolean =>
  node.bridges.get(bridge)?.record.bridge?.mcastSnooping === true;

const isOwnOvsBridge = (entry: InterfaceRecord): boolean =>
  entry.type === 'ovs-bridge' && entry.name !== BR_EX && isWanted(entry);

export const NNCP_014: Rule = {
  id,
  title: text('Multicast snooping is off'),
  severity: 'info',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodeStates', 'nodes', 'enactments'],
  heeds: { nodeStates: changesSnooping },
  source: 'openshift-docs modules/virt-node-network-considerations-localnet.adoc',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const nodes = graph.nodesOfPolicy(policy.meta.name);
      const entry = intentsOf(graph, policy)
        .flatMap((intent) => intent.interfaces)
        .find(
          (candidate) =>
            isOwnOvsBridge(candidate) &&
            candidate.bridge?.mcastSnooping !== true &&
            !nodes.some((node) => isSnooping(node, candidate.name)) &&
            localnetsMappedTo(graph, policy, candidate.name).length > 0,
        );
      if (entry === undefined) return undefined;
      return fault({
        severity: 'info',
        subject: policyId(policy),
        related: nodes.map((node) => entityId('bridge', node.name, entry.name)),
        message: text('Policy {{policy}} leaves multicast snooping off on bridge {{bridge}}.', {
          policy: policy.meta.name,
          bridge: entry.name,
        }),
        symptom: text('Multicast is flooded to every port of the bridge.'),
        fix: text('Set bridge.options.mcast-snooping-enable: true.'),
      });
    }),
};
