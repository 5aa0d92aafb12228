/** CL-001: without NMState the physical half of the graph is not visible. */
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { fault, judgeOnce, unclear } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'CL-001';

export const CL_001: Rule = {
  id,
  title: text('NMState is not installed'),
  severity: 'info',
  tier: 'S',
  reads: [],
  consults: ['nmstates', 'policies', 'nodeStates'],
  source: 'kubernetes-nmstate operator',
  check: ({ graph }) =>
    judgeOnce(id, () => {
      const { nmstates, policies, nodeStates } = graph.snapshot;
      // An operator that writes node states is there, whoever installed it.
      if (nodeStates.items.size > 0 || nmstates.items.size > 0) return undefined;
      // The API server said that it does not serve the kind; a dump merely does not hold it.
      const isRefused = nmstates.state === 'absent' && nmstates.reason !== undefined;
      if (!isRefused && !isKnown(nmstates))
        return unclear(WHOLE_CLUSTER, whyUnknown('nmstates', nmstates));
      if (policies.items.size > 0 && !isKnown(nodeStates)) return undefined;
      return fault({
        severity: 'info',
        subject: WHOLE_CLUSTER,
        message: text('There is no NMState object: the NMState operator is not set up.'),
        symptom: text('NICs, bridges and bridge mappings of the nodes are not visible.'),
        fix: text('Install the Kubernetes NMState Operator and create an NMState object.'),
      });
    }),
};
