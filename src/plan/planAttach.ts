/**
 * Intent + graph -> ordered steps: what the flow needs of the nodes and as a network, then the
 * VMs, each step with what to wait for and how it is taken back (domain reference D.0 "write
 * order", B.7, B.11). Least change: what exists and fits is reused. `checkAttachIntent` says
 * whether the plan may run; this function assumes that nothing it returned blocks.
 */
import type { NetworkGraph } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';
import { FLOWS } from './flows';
import type { Plan } from './model';
import { nodeLabelSteps } from './nodeLabelSteps';
import { nodesOfIntent } from './nodeChoices';
import { vmSteps } from './vmSteps';
import type { VmObjects } from './vmSteps';

export const planAttach = (graph: NetworkGraph, intent: AttachIntent, vms: VmObjects): Plan => {
  const nodes = nodesOfIntent(graph, intent);
  const context = { graph, intent, nodes };
  const network = FLOWS[intent.flow].plan(context);
  return {
    jobId: intent.jobId,
    steps: [...nodeLabelSteps(context, network.steps), ...network.steps, ...vmSteps(context, vms)],
    reused: network.reused,
  };
};
