/** NAD-011: OVN-Kubernetes does its own IPAM and refuses an IPAM plugin in the configuration. */
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import { nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { judgeOvnNads } from '../judgeNads';

const id = 'NAD-011';

export const NAD_011: Rule = {
  id,
  title: text('IPAM plugin in an OVN NAD'),
  severity: 'error',
  tier: 'S',
  reads: ['nads'],
  consults: ['vms', 'vmis'],
  source: 'ovn-kubernetes go-controller/pkg/util/multi_network.go ValidateNetConf',
  check: (context) =>
    judgeOvnNads(context, id, ({ nad, plugin }) => {
      if (plugin.ipamType === '') return undefined;
      return fault({
        severity: 'error',
        subject: nadSubject(nad),
        related: nadRelated(context.graph, nad),
        message: text('{{nad}} sets ipam.type "{{type}}", which OVN-Kubernetes refuses.', {
          nad: nadLabel(nad),
          type: plugin.ipamType,
        }),
        symptom: text('Event InvalidConfig: "IPAM key is not supported"; VMs on it do not start.'),
        fix: text('Drop "ipam". For addresses from OVN use "subnets", not on a localnet for VMs.'),
      });
    }),
};
