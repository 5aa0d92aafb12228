/**
 * Labels for nodes that were chosen one by one: a policy selects by equality only, so the chosen
 * nodes get a label of its own first. Written only where a policy is; it applies the policies of
 * these nodes again (PRE-009).
 */
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import { applyOperations } from './applyOperations';
import type { FlowContext } from './flows/flow';
import { labelOperation } from './labelOperation';
import { stepId } from './model';
import type { ObjectRef, PatchOperation, Step } from './model';

/** Key of the label by which a policy of ours selects nodes from a list. */
export const nodeLabelKey = (bridge: string): string => `vm-networks/nodes-${bridge}`;

export const nodeLabelSteps = (
  { intent, nodes }: FlowContext,
  steps: readonly Step[],
): readonly Step[] => {
  const [label] = Object.entries(intent.nodeSelector);
  const hasPolicy = steps.some(({ ref }) => ref.kind === 'NodeNetworkConfigurationPolicy');
  if (intent.labelNodes === undefined || label === undefined || !hasPolicy) return [];
  const [key, value] = label;
  return nodes
    .filter((node) => node.record?.meta.labels[key] !== value)
    .map((node) => {
      const ref: ObjectRef = { apiVersion: 'v1', kind: 'Node', namespace: '', name: node.name };
      const before: KubeObject = {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: node.name, labels: node.record?.meta.labels ?? {} },
      };
      const operations: readonly PatchOperation[] = labelOperation(node.record?.meta, key, value);
      return {
        id: stepId(ref),
        ref,
        purpose: text('Labels node {{node}}, so that the policy reaches it.', { node: node.name }),
        write: { type: 'patch', operations, before, after: applyOperations(before, operations) },
        wait: { type: 'none' },
        inverse: { type: 'removeLabel', ref, label: key, value, wait: { type: 'none' } },
        nodes: [node.name],
      };
    });
};
