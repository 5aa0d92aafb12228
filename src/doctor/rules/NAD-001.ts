/** NAD-001: the CNI configuration of a NAD is no JSON object, so no plugin can read it. */
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import { nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { judgeEach } from '../judgeEach';
import { NADS } from '../walk';

const id = 'NAD-001';

export const NAD_001: Rule = {
  id,
  title: text('NAD configuration is not valid JSON'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['vms', 'vmis'],
  source: 'net-attach-def-admission-controller; multus pkg/types/conf.go',
  check: (context) =>
    judgeEach(context, id, NADS, (nad) => {
      if (nad.config.form !== 'unreadable') return undefined;
      return fault({
        severity: 'error',
        subject: nadSubject(nad),
        related: nadRelated(context.graph, nad),
        message: text('The configuration of {{nad}} is not a JSON object: {{problem}}.', {
          nad: nadLabel(nad),
          problem: nad.config.problem,
        }),
        symptom: text(
          'Pods and VMs on it stay in ContainerCreating with FailedCreatePodSandBox; OVN-Kubernetes ignores the NAD.',
        ),
        fix: text(
          'Correct the JSON in spec.config. Common slips: a trailing comma, or callout marks such as <1> pasted from documentation.',
        ),
      });
    }),
};
