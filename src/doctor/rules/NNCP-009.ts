/**
 * NNCP-009: `physnet` is OVN-Kubernetes' own mapping to br-ex, written at every start of
 * ovnkube-node. A policy that maps it elsewhere or removes it breaks egress until then.
 */
import { BR_EX, PHYSNET } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { policyId } from '../facts/policyIds';
import { intentsOf } from '../../network/policyIntent';
import { fault, judge } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-009';

export const NNCP_009: Rule = {
  id,
  title: text('Policy redefines or removes physnet'),
  severity: 'critical',
  tier: 'S',
  reads: ['policies'],
  consults: ['enactments', 'nodes'],
  source: 'ovn-kubernetes go-controller/pkg/node/bridgeconfig',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const wrong = intentsOf(graph, policy)
        .flatMap((intent) => intent.mappings)
        .find((m) => m.localnet === PHYSNET && (m.state === 'absent' || m.bridge !== BR_EX));
      if (wrong === undefined) return undefined;
      const { name } = policy.meta;
      return fault({
        severity: 'critical',
        subject: policyId(policy),
        related: graph.nodesOfPolicy(name).map((node) => entityId('mapping', node.name, PHYSNET)),
        message:
          wrong.state === 'absent'
            ? text(
                'Policy {{name}} removes the mapping physnet, which belongs to OVN-Kubernetes.',
                {
                  name,
                },
              )
            : text(
                'Policy {{name}} maps physnet to {{bridge}}, but it belongs to OVN-Kubernetes and br-ex.',
                { name, bridge: wrong.bridge },
              ),
        symptom: text('Pods on these nodes lose their way out of the cluster.'),
        fix: text('Use a localnet name of your own, and leave physnet on br-ex.'),
      });
    }),
};
