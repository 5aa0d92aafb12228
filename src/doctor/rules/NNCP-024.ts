/**
 * NNCP-024: without maxUnavailable NMState changes half of the nodes at once; a wrong bridge or
 * NIC then takes half of the VMs down. A percentage counts of the nodes the policy matches.
 */
import { text } from '../../cluster/text';
import { policyId } from '../facts/policyIds';
import { intentsOf } from '../../network/policyIntent';
import { changesLinks } from '../facts/policyNics';
import { unseenNodes } from '../facts/policyNodes';
import { scaleMaxUnavailable } from '../facts/scaleMaxUnavailable';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-024';
const FEW = 3;

export const NNCP_024: Rule = {
  id,
  title: text('Policy changes many nodes at once'),
  severity: 'warning',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodes', 'enactments'],
  source: 'kubernetes-nmstate pkg/node/nodes.go',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const { name } = policy.meta;
      const [written] = intentsOf(graph, policy);
      if (written === undefined || !changesLinks(written)) return undefined;
      const unseen = unseenNodes(graph);
      if (unseen !== undefined) return unclear(policyId(policy), unseen);
      const matching = graph.nodesOfPolicy(name).length;
      const atOnce = scaleMaxUnavailable(policy.maxUnavailable, matching);
      if (matching <= FEW || atOnce <= 1) return undefined;
      return fault({
        severity: 'warning',
        subject: policyId(policy),
        message: text('Policy {{name}} changes {{atOnce}} of {{matching}} nodes at a time.', {
          name,
          atOnce,
          matching,
        }),
        symptom: text('A mistake in it hits {{atOnce}} nodes before it is noticed.', { atOnce }),
        fix: text('Set maxUnavailable: 1, or try the policy on one node by a label of its own.'),
      });
    }),
};
