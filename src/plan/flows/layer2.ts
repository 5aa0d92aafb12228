/**
 * D.7: an overlay that joins VMs wherever they run, without a physical network. A project's own
 * UserDefinedNetwork where it is for one project; NADs of one network where several share it.
 */
import { text } from '../../cluster/text';
import { nadSteps } from '../nadSteps';
import { layer2Config } from '../objectBodies';
import { udnSteps } from '../udnSteps';
import type { Flow, FlowContext, FlowPlan } from './flow';
import { guestTagObstacle, ovnObstacle } from './obstacles';

const plan = (context: FlowContext): FlowPlan => {
  const { graph, intent } = context;
  const projects = [...new Set(intent.projects)];
  const [project, ...others] = projects;
  const existing = graph.networks.get(intent.networkName)?.nads ?? [];
  const forOne = project !== undefined && others.length === 0 && project !== 'default';
  if (forOne && existing.length === 0 && graph.snapshot.udns.state !== 'absent') {
    return udnSteps(context, project);
  }
  return nadSteps(context, existing, {
    configOf: (nad) =>
      layer2Config({
        nad,
        networkName: forOne ? `${project}-${intent.networkName}` : intent.networkName,
        addressing: intent.addressing,
        ...(intent.mtu === undefined ? {} : { mtu: intent.mtu }),
      }),
  });
};

export const layer2: Flow = {
  id: 'layer2',
  reference: 'D.7',
  title: text('Overlay between VMs'),
  summary: text(
    'A switch of its own between VMs on any node, without a VLAN or a switch port. Reaches nothing outside the cluster.',
  ),
  obstacle: (context) =>
    ovnObstacle(context) ??
    guestTagObstacle(context) ??
    (context.intent.vlan === undefined
      ? undefined
      : text('An overlay has no VLAN and does not reach the switch.')),
  plan,
};
