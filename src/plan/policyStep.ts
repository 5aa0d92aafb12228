/**
 * The step that writes one policy of our own and waits until every node has applied it. Its
 * inverse is made from the document and what the nodes are now (domain reference B.7).
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { Text } from '../cluster/text';
import type { FlowContext } from './flows/flow';
import { policyBody } from './objectBodies';
import { stepId } from './model';
import type { ObjectRef, Step } from './model';
import { freeName } from './names';
import { removalOf } from './removalOf';
import { WAIT_SECONDS } from './waitSeconds';

export interface PolicyDraft {
  /** Taken when free, else with a number behind it. */
  readonly wantedName: string;
  readonly purpose: Text;
  readonly desired: KubeObject;
  /** Set where interfaces change: one node at a time. */
  readonly maxUnavailable?: number;
}

export const policyStep = ({ graph, intent, nodes }: FlowContext, draft: PolicyDraft): Step => {
  // Of a bridge named `___` no letter is left for its policy.
  const wanted = draft.wantedName === '' ? 'vm-networks' : draft.wantedName;
  const name = freeName(wanted, new Set(graph.snapshot.policies.items.keys()));
  const ref: ObjectRef = {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    namespace: '',
    name,
  };
  const wait = {
    type: 'policyApplied',
    policy: name,
    timeoutSeconds: WAIT_SECONDS.policy,
  } as const;
  return {
    id: stepId(ref),
    ref,
    purpose: draft.purpose,
    write: {
      type: 'create',
      body: policyBody({
        name,
        jobId: intent.jobId,
        nodeSelector: intent.nodeSelector,
        desiredState: draft.desired,
        ...(draft.maxUnavailable === undefined ? {} : { maxUnavailable: draft.maxUnavailable }),
      }),
    },
    wait,
    inverse: { type: 'unconfigure', ref, desiredState: removalOf(draft.desired, nodes), wait },
    nodes: nodes.map((node) => node.name),
  };
};
