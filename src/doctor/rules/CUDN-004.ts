/** CUDN-004: the VM names a CUDN's NAD, but the CUDN does not select the VM's namespace. */
import type { CudnRecord } from '../../cluster/udnRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { missingNad } from '../facts/missingNad';
import type { MissingNad } from '../facts/missingNad';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Wide } from '../itemAnswers';
import { judgeNics } from '../judgeNics';
import type { Rule } from '../model';
import { namespacesReached } from '../udnFacts';
import { vmIdOfVnic, vnicLabel } from '../vmFacts';

const id = 'CUDN-004';

/** The labels that would make a namespace match, as `key=value`; '' when the selector is not that plain. */
const labelsOf = ({ namespaceSelector }: CudnRecord): string => {
  if (namespaceSelector.matchExpressions.length > 0) return '';
  return Object.entries(namespaceSelector.matchLabels)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
};

const judgeMissing = (
  graph: NetworkGraph,
  { vnic, nadKey, unselected, doubtful }: MissingNad,
): Judgement | undefined => {
  if (doubtful !== undefined) return unclear(vnic.id, text('Namespaces cannot be read'));
  if (unselected === undefined) return undefined;
  const { name } = unselected.meta;
  const labels = labelsOf(unselected);
  const values = { vnic: vnicLabel(vnic), name, namespace: vnic.namespace, labels };
  return fault({
    severity: 'error',
    subject: vnic.id,
    related: [
      entityId('cudn', name),
      entityId('nad', nadKey),
      entityId('namespace', vnic.namespace),
      vmIdOfVnic(vnic),
    ],
    message: text(
      '{{vnic}} names the network {{name}}, whose ClusterUserDefinedNetwork does not select namespace {{namespace}}.',
      values,
    ),
    symptom: text('The VM does not start: "failed to locate network attachment definition".'),
    fix:
      namespacesReached(graph, unselected)?.includes('default') === true
        ? text(
            'Write networkName "default/{{name}}", or make the selector match {{namespace}}.',
            values,
          )
        : labels === ''
          ? text('Make the selector of {{name}} match namespace {{namespace}}.', values)
          : text('Label the namespace: oc label namespace {{namespace}} {{labels}}', values),
  });
};

/** Whether a NAD may be unseen hangs on all NADs. */
const isAboutNads: Wide = (_change, kind) => kind === 'nads';

export const CUDN_004: Rule = {
  id,
  title: text('Namespace of the VM is not selected'),
  severity: 'error',
  tier: 'S',
  reads: ['cudns', 'nads', 'vms'],
  consults: ['namespaces', 'vmis'],
  source: 'ovn-kubernetes userdefinednetwork controller; kubevirt pkg/network/multus/nad.go',
  check: (context) =>
    judgeNics(
      context,
      id,
      (vnic) => {
        const missing = missingNad(context.graph, vnic);
        return missing && judgeMissing(context.graph, missing);
      },
      isAboutNads,
    ),
};
