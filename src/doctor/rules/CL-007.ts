/** CL-007: OVN-Kubernetes has 4096 network ids, and renders every network on every node. */
import { text } from '../../cluster/text';
import { fault, judgeOnce } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'CL-007';
const MAX_NETWORKS = 4096;
const WARN_SHARE = 0.8;
const MANY_UDNS = 200;

export const CL_007: Rule = {
  id,
  title: text('Budget of network ids'),
  severity: 'warning',
  tier: 'S',
  reads: ['nads'],
  consults: ['cudns', 'udns'],
  source: 'ovn-kubernetes go-controller/pkg/networkmanager/api.go; docs user-defined-networks',
  check: ({ graph }) =>
    judgeOnce(id, () => {
      const { cudns, udns } = graph.snapshot;
      const networks = graph.networks.size;
      const defined = cudns.items.size + udns.items.size;
      const common = {
        severity: 'warning',
        subject: WHOLE_CLUSTER,
        fix: text('Delete networks that nothing uses, or join those that are alike.'),
      } as const;
      if (networks > MAX_NETWORKS * WARN_SHARE) {
        return fault({
          ...common,
          message: text('{{n}} of {{max}} network ids are in use.', {
            n: networks,
            max: MAX_NETWORKS,
          }),
          symptom: text('When they run out, no new network is accepted.'),
        });
      }
      if (defined <= MANY_UDNS) return undefined;
      return fault({
        ...common,
        message: text('There are {{n}} user-defined networks; about {{max}} is what is tested.', {
          n: defined,
          max: MANY_UDNS,
        }),
        symptom: text('OVN-Kubernetes gets slow: every network is rendered on every node.'),
      });
    }),
};
