/** NODE-015: OVN-Kubernetes taints a node whose uplink MTU is too small for its overlay. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { fault } from '../finding';
import type { Rule } from '../model';
import { judgeEach } from '../judgeEach';
import { NODES } from '../walk';

const id = 'NODE-015';
const TAINT = 'k8s.ovn.org/mtu-too-small';

export const NODE_015: Rule = {
  id,
  title: text('Node MTU is too small'),
  severity: 'error',
  tier: 'R',
  reads: ['nodes'],
  source: 'ovn-kubernetes go-controller/pkg/types (mtu-too-small taint)',
  check: (context) =>
    judgeEach(context, id, NODES, (node) => {
      if (node.record?.taints.some((taint) => taint.key === TAINT) !== true) return undefined;
      return fault({
        severity: 'error',
        subject: entityId('node', node.name),
        message: text('The uplink MTU of {{node}} is too small for the pod network.', {
          node: node.name,
        }),
        symptom: text('No pod and no VM is scheduled to the node.'),
        fix: text(
          'Raise the MTU of the node uplink and of its switch port, then remove the taint.',
        ),
      });
    }),
};
