/**
 * NODE-014: an operator from before mid 2024 does not report bridge mappings. Each node of
 * OVN-Kubernetes has at least physnet, so silence everywhere means age, not absence.
 */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { whyNoState } from '../../network/nodeEvidence';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-014';

export const NODE_014: Rule = {
  id,
  title: text('NMState operator is too old to report mappings'),
  severity: 'info',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'clusterNetworks'],
  source: 'kubernetes-nmstate pkg/state/type.go (ovn since 2024-05)',
  check: ({ graph }) => {
    const nodes = [...graph.nodes.values()].filter(
      (node) => node.record !== undefined || node.state,
    );
    const silent = nodes.every((node) => node.mappings === undefined);
    return judge(id, silent ? nodes : [], (node) => {
      const subject = entityId('node', node.name);
      const missing = whyNoState(graph.snapshot, node, node.name);
      if (missing !== undefined) return unclear(subject, missing);
      return fault({
        severity: 'info',
        subject,
        message: text('NMState {{version}} on {{node}} does not report bridge mappings.', {
          version: node.state?.nmstateVersion || '-',
          node: node.name,
        }),
        symptom: text('What is mapped where is only known from the policies.'),
        fix: text('Update the Kubernetes NMState operator.'),
      });
    });
  },
};
