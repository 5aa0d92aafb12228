/** NAD-027: an SR-IOV or macvtap NAD needs a resource that some node offers. */
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import { nadLabel, nadRelated, nadSubject } from '../nadFacts';
import { isHardwareResource, offersResource } from '../reach';
import { judgeEach } from '../judgeEach';
import { NADS } from '../walk';

const id = 'NAD-027';

export const NAD_027: Rule = {
  id,
  title: text('SR-IOV or macvtap resource is not available'),
  severity: 'error',
  tier: 'R',
  reads: ['nads', 'nodes'],
  consults: ['vms', 'vmis'],
  source: 'sriov-network-device-plugin; kubevirt macvtap-cni',
  check: (context) => {
    const { graph } = context;
    const nodes = [...graph.nodes.values()];
    return judgeEach(context, id, NADS, (nad) => {
      const { resourceName } = nad;
      if (!isHardwareResource(resourceName)) return undefined;
      if (nodes.some((node) => offersResource(node, resourceName))) return undefined;
      return fault({
        severity: 'error',
        subject: nadSubject(nad),
        related: nadRelated(graph, nad),
        message: text('{{nad}} needs {{resource}}, which no node offers.', {
          nad: nadLabel(nad),
          resource: resourceName,
        }),
        symptom: text('VMs on it are ErrorUnschedulable.'),
        fix: text(
          'Check the SriovNetworkNodePolicy or the macvtap device plugin, and the spelling of {{resource}}.',
          { resource: resourceName },
        ),
      });
    });
  },
};
