/**
 * NAD-018: the resourceName annotation of a bridge NAD steers the scheduler by what bridge-marker
 * offers on the nodes; a wrong one steers VMs astray or nowhere.
 */
import { text } from '../../cluster/text';
import { isKnown } from '../../network/evidence';
import { fault, unclear } from '../finding';
import type { Rule } from '../model';
import { nadId, nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { offersResource } from '../reach';
import { judgeBridgeNads } from '../judgeNads';

const id = 'NAD-018';
const PREFIX = 'bridge.network.kubevirt.io/';

export const NAD_018: Rule = {
  id,
  title: text('resourceName points to another or an unknown resource'),
  severity: 'error',
  tier: 'R',
  reads: ['nads'],
  consults: ['nodes', 'vms', 'vmis'],
  source: 'bridge-marker pkg/marker/marker.go',
  check: (context) =>
    judgeBridgeNads(context, id, ({ nad, plugin }) => {
      const { resourceName } = nad;
      if (!resourceName.startsWith(PREFIX)) return undefined;
      const marked = resourceName.slice(PREFIX.length);
      const isOffered = [...context.graph.nodes.values()].some((node) =>
        offersResource(node, resourceName),
      );
      const common = { subject: nadSubject(nad), related: nadRelated(context.graph, nad) };
      const values = { nad: nadLabel(nad), resource: resourceName, bridge: plugin.bridge };
      const fix = text('Set the annotation to bridge.network.kubevirt.io/{{bridge}}.', values);
      if (!isOffered && isKnown(context.graph.snapshot.nodes)) {
        return fault({
          ...common,
          severity: 'error',
          message: text('{{nad}} asks for {{resource}}, which no node offers.', values),
          symptom: text('VMs on it are ErrorUnschedulable: "Insufficient {{resource}}".', values),
          fix:
            marked === plugin.bridge
              ? text(
                  'Make the Linux bridge {{bridge}} on the nodes; the marker follows in a minute.',
                  values,
                )
              : fix,
        });
      }
      if (marked !== plugin.bridge) {
        return fault({
          ...common,
          severity: 'warning',
          message: text('{{nad}} asks for {{resource}}, but its bridge is {{bridge}}.', values),
          symptom: text('VMs are placed by where another bridge is.'),
          fix,
        });
      }
      return isOffered ? undefined : unclear(nadId(nad), text('Nodes cannot be read'));
    }),
};
