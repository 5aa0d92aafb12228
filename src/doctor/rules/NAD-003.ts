/** NAD-003: netAttachDefName must name this very NAD; a copy to another namespace breaks it. */
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import { nadKey, nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { judgeOvnNads } from '../judgeNads';

const id = 'NAD-003';

export const NAD_003: Rule = {
  id,
  title: text('netAttachDefName does not name this NAD'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['vms', 'vmis'],
  source: 'ovn-kubernetes go-controller/pkg/util/multi_network.go ValidateNetConf',
  check: (context) =>
    judgeOvnNads(context, id, ({ nad, plugin }) => {
      const wanted = nadKey(nad);
      const written = plugin.netAttachDefName;
      if (written === wanted) return undefined;
      return fault({
        severity: 'error',
        subject: nadSubject(nad),
        related: nadRelated(context.graph, nad),
        message:
          written === ''
            ? text('{{nad}} has no netAttachDefName; it must be "{{wanted}}".', {
                nad: nadLabel(nad),
                wanted,
              })
            : text('{{nad}} says netAttachDefName "{{written}}"; it must be "{{wanted}}".', {
                nad: nadLabel(nad),
                written,
                wanted,
              }),
        symptom: text(
          'OVN-Kubernetes refuses the NAD (event InvalidConfig); VMs on it hang with "timed out waiting for annotations".',
        ),
        fix: text('Set netAttachDefName to "{{wanted}}" in spec.config.', { wanted }),
      });
    }),
};
