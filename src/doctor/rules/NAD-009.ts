/** NAD-009: names that OVN-Kubernetes keeps for itself, or no name at all. */
import { CUDN_NETWORK_PREFIX } from '../../cluster/networkNameOf';
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import { isReservedName, nadLabel, nadRelated, nadSubject, owningCudn } from '../nadFacts';
import { judgeOvnNads } from '../judgeNads';

const id = 'NAD-009';

export const NAD_009: Rule = {
  id,
  title: text('Network name is reserved or empty'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['vms', 'vmis'],
  source: 'ovn-kubernetes go-controller/pkg/config/cni.go',
  check: (context) =>
    judgeOvnNads(context, id, ({ nad, config, plugin }) => {
      const hasForbiddenName =
        plugin.topology !== '' && (config.name === '' || isReservedName(config.name));
      const looksGenerated = config.name.startsWith(CUDN_NETWORK_PREFIX) && !nad.generated;
      if (!hasForbiddenName && !looksGenerated) return undefined;
      const common = { subject: nadSubject(nad), related: nadRelated(context.graph, nad) };
      const values = { nad: nadLabel(nad), name: config.name };
      if (hasForbiddenName) {
        return fault({
          ...common,
          severity: 'error',
          message:
            config.name === ''
              ? text('{{nad}} has no name in its configuration.', values)
              : text('{{nad}} uses the reserved network name "{{name}}".', values),
          symptom: text(
            'OVN-Kubernetes refuses it: "invalid name in in secondary network netconf".',
          ),
          fix: text('Set "name" in spec.config to a name of its own.'),
        });
      }
      if (owningCudn(nad) !== undefined) return undefined;
      return fault({
        ...common,
        severity: 'warning',
        message: text(
          '{{nad}} uses the name "{{name}}", which belongs to a ClusterUserDefinedNetwork.',
          values,
        ),
        symptom: text(
          'It joins, or will clash with, the network of that ClusterUserDefinedNetwork.',
        ),
        fix: text('Choose a name that does not begin with cluster_udn_.'),
      });
    }),
};
