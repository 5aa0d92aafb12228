/** CL-005: a node without a ready NMState handler neither applies policies nor reports its state. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'CL-005';
const NAMESPACE = 'openshift-nmstate';
const NAME = 'nmstate-handler';

export const CL_005: Rule = {
  id,
  title: text('NMState handler is not on all nodes'),
  severity: 'warning',
  tier: 'R',
  reads: ['daemonSets'],
  source: 'kubernetes-nmstate deploy/handler/operator.yaml',
  check: ({ graph }) =>
    judge(id, [graph.snapshot.daemonSets.items.get(`${NAMESPACE}/${NAME}`)], (set) => {
      if (set === undefined) {
        return unclear(WHOLE_CLUSTER, text('The daemon set nmstate-handler was not found'));
      }
      if (set.ready >= set.desired) return undefined;
      return fault({
        severity: 'warning',
        subject: WHOLE_CLUSTER,
        related: [entityId('daemonSet', NAMESPACE, NAME)],
        message: text('The NMState handler is ready on {{ready}} of {{desired}} nodes.', {
          ready: set.ready,
          desired: set.desired,
        }),
        symptom: text('Policies wait on the other nodes, and what is known of them is old.'),
        fix: text('Look at the pods nmstate-handler in openshift-nmstate that are not ready.'),
      });
    }),
};
