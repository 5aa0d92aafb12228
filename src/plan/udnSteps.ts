/** The UserDefinedNetwork of one project (D.7); OVN-Kubernetes makes its NAD of the same name. */
import { text } from '../cluster/text';
import type { FlowContext, FlowPlan } from './flows/flow';
import { stepId } from './model';
import type { ObjectRef } from './model';
import { udnBody } from './objectBodies';
import { WAIT_SECONDS } from './waitSeconds';

export const udnSteps = ({ graph, intent }: FlowContext, namespace: string): FlowPlan => {
  const key = `${namespace}/${intent.networkName}`;
  if (graph.snapshot.udns.items.has(key) || graph.snapshot.nads.items.has(key)) {
    return {
      steps: [],
      reused: [text('Network {{network}} exists and is used as it is.', { network: key })],
    };
  }
  const ref: ObjectRef = {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'UserDefinedNetwork',
    namespace,
    name: intent.networkName,
  };
  return {
    steps: [
      {
        id: stepId(ref),
        ref,
        purpose: text('Makes the overlay {{network}} for the VMs of project {{project}}.', {
          network: intent.networkName,
          project: namespace,
        }),
        write: {
          type: 'create',
          body: udnBody({
            name: intent.networkName,
            namespace,
            jobId: intent.jobId,
            addressing: intent.addressing,
            ...(intent.mtu === undefined ? {} : { mtu: intent.mtu }),
          }),
        },
        wait: { type: 'udnCreated', udn: key, timeoutSeconds: WAIT_SECONDS.udn },
        inverse: {
          type: 'delete',
          ref,
          wait: { type: 'udnGone', udn: key, timeoutSeconds: WAIT_SECONDS.gone },
        },
        nodes: [],
      },
    ],
    reused: [],
  };
};
