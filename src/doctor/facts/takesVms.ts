/**
 * Can VMs land on a node at all? KubeVirt labels the nodes it uses; on a cluster without that
 * label the control-plane taint decides. Readiness does not count: a node that is away for an
 * hour is still a node for VMs (domain reference A.8).
 */
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

const SCHEDULABLE = 'kubevirt.io/schedulable';
const CONTROL_PLANE_TAINTS = new Set([
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
]);

const isLabelled = (node: NodeView): boolean => node.record?.meta.labels[SCHEDULABLE] === 'true';

const someNodeIsLabelled = perGraph((graph) => [...graph.nodes.values()].some(isLabelled), {
  of: ['nodes'],
});

const keepsWorkloadsOff = (node: NodeView): boolean =>
  node.record?.taints.some(
    (taint) => CONTROL_PLANE_TAINTS.has(taint.key) && taint.effect !== 'PreferNoSchedule',
  ) ?? false;

/** True for a node on which VMs may run, now or once it is back. */
export const takesVms = (graph: NetworkGraph, node: NodeView): boolean => {
  if (isLabelled(node)) return true;
  const labelIsReliable = someNodeIsLabelled(graph) && node.record?.ready !== false;
  return labelIsReliable ? false : !keepsWorkloadsOff(node);
};
