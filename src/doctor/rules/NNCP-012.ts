/**
 * NNCP-012: OVN adds patch ports to a mapped bridge. A policy that names the bridge without
 * `allow-extra-patch-ports` fails its verification or removes them the next time it is applied:
 * at a reboot, a new node label, any edit. The flag is not stored, so every policy must repeat it.
 */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { nameList } from '../facts/nameList';
import { policyId } from '../facts/policyIds';
import { intentsOf, isWanted } from '../../network/policyIntent';
import { localnetsMappedTo } from '../facts/wantedMappings';
import { fault, judge } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-012';

export const NNCP_012: Rule = {
  id,
  title: text('OVS bridge without allow-extra-patch-ports'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodes', 'enactments'],
  source:
    'openshift-docs modules/virt-node-network-considerations-localnet.adoc; nmstate pull request 2358',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      for (const entry of intentsOf(graph, policy).flatMap((intent) => intent.interfaces)) {
        if (entry.type !== 'ovs-bridge' || !isWanted(entry)) continue;
        if (entry.bridge?.allowExtraPatchPorts === true) continue;
        const localnets = localnetsMappedTo(graph, policy, entry.name);
        if (localnets.length === 0) continue;
        return fault({
          severity: 'warning',
          subject: policyId(policy),
          related: [
            ...localnets.map((localnet) => entityId('localnet', localnet)),
            ...graph
              .nodesOfPolicy(policy.meta.name)
              .map((node) => entityId('bridge', node.name, entry.name)),
          ],
          message: text(
            'Policy {{policy}} names bridge {{bridge}}, to which {{localnets}} is mapped, without allow-extra-patch-ports.',
            {
              policy: policy.meta.name,
              bridge: entry.name,
              localnets: nameList(localnets),
            },
          ),
          symptom: text(
            'The first apply works; the next one fails, or removes the patch ports of OVN and cuts the VMs off.',
          ),
          fix: text('Set bridge.allow-extra-patch-ports: true on {{bridge}} in the policy.', {
            bridge: entry.name,
          }),
        });
      }
      return undefined;
    }),
};
