/**
 * D.6: one ClusterUserDefinedNetwork for all projects with its label; OVN-Kubernetes makes and
 * guards their NADs. The node part is that of D.1 or D.2. Recommended where it is available.
 */
import { text } from '../../cluster/text';
import { cudnSteps } from '../cudnSteps';
import { localnetPart } from '../localnetPart';
import type { Flow } from './flow';
import { guestTagObstacle, ovnObstacle } from './obstacles';

export const cudnLocalnet: Flow = {
  id: 'cudnLocalnet',
  reference: 'D.6',
  title: text('ClusterUserDefinedNetwork'),
  summary: text(
    'One network object for all projects; OVN-Kubernetes makes their attachment definitions and protects them while in use. Recommended.',
  ),
  obstacle: (context) =>
    ovnObstacle(context) ??
    (context.graph.snapshot.cudns.state === 'absent'
      ? text('This cluster does not serve ClusterUserDefinedNetwork.')
      : guestTagObstacle(context)),
  plan: (context) => {
    const part = localnetPart(context);
    const network = cudnSteps(context, part);
    return {
      steps: [...part.steps, ...network.steps],
      reused: [...part.reused, ...network.reused],
    };
  },
};
