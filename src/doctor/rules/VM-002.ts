/** VM-002: Multus lets a VM use NADs of its own namespace and of a few global ones only. */
import { nadUsableFrom } from '../../cluster/resolveNad';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { fault } from '../finding';
import type { Rule } from '../model';
import { isLeaving, nadName, nadNamespace, nadOfVnic, vmIdOfVnic, vnicLabel } from '../vmFacts';
import { judgeNics } from '../judgeNics';

const id = 'VM-002';

export const VM_002: Rule = {
  id,
  title: text('NAD is in a namespace the VM may not use'),
  severity: 'error',
  tier: 'S',
  reads: ['nads', 'vms'],
  consults: ['vmis'],
  source: 'cluster-network-operator bindata/network/multus/multus.yaml (namespaceIsolation)',
  check: (context) =>
    judgeNics(context, id, (vnic) => {
      const { nadKey } = vnic;
      if (nadKey === undefined || isLeaving(vnic)) return undefined;
      const namespace = nadNamespace(nadKey);
      if (nadUsableFrom(vnic.namespace, namespace)) return undefined;
      if (nadOfVnic(context.graph, vnic) === undefined) return undefined;
      const values = {
        vnic: vnicLabel(vnic),
        nad: nadKey,
        name: nadName(nadKey),
        own: vnic.namespace,
      };
      return fault({
        severity: 'error',
        subject: vnic.id,
        related: [entityId('nad', nadKey), vmIdOfVnic(vnic)],
        message: text('{{vnic}} names {{nad}}, a NAD that namespace {{own}} may not use.', values),
        symptom: text('The VM does not start: "namespace isolation enabled".'),
        fix: text(
          'Put the NAD {{name}} into {{own}} or default, or use a ClusterUserDefinedNetwork that selects {{own}}.',
          values,
        ),
      });
    }),
};
