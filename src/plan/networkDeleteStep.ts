/** The step that deletes what defines or offers a network: a CUDN, a UDN or a NAD. */
import type { KubeObject } from '../cluster/kubeObject';
import { text } from '../cluster/text';
import { deleteStep } from './deleteStep';
import type { ObjectRef, Step, Wait } from './model';
import { WAIT_SECONDS } from './waitSeconds';

/** `object` as the API serves it now. */
export const networkDeleteStep = (ref: ObjectRef, object: KubeObject): Step => {
  const key = ref.namespace === '' ? ref.name : `${ref.namespace}/${ref.name}`;
  const waits = networkWaits(ref.kind, key);
  return deleteStep({
    ref,
    object,
    purpose: text('Deletes {{kind}} {{name}}, so that no VM can be attached to it any more.', {
      kind: ref.kind,
      name: key,
    }),
    ...waits,
  });
};

/** How long a watch that broke off may take to come back; whoever uses the network ends it at once. */
const GATE_SECONDS = 30;

/**
 * Nothing is deleted under a VM that came to it since.
 * @param network name of the OVN network, '' where only the NADs `ns/name` count
 */
export const unusedGate = (network: string, nads: readonly string[]): Wait => ({
  type: 'networkUnused',
  network,
  nads,
  timeoutSeconds: GATE_SECONDS,
});

/** Until the network is gone, and until it is back. */
export const networkWaits = (
  kind: string,
  key: string,
): { readonly gone: Wait; readonly back: Wait } => {
  const { gone, nad, udn } = WAIT_SECONDS;
  switch (kind) {
    case 'ClusterUserDefinedNetwork':
      return {
        gone: { type: 'cudnGone', cudn: key, timeoutSeconds: gone },
        back: { type: 'cudnCreated', cudn: key, timeoutSeconds: udn },
      };
    case 'UserDefinedNetwork':
      return {
        gone: { type: 'udnGone', udn: key, timeoutSeconds: gone },
        back: { type: 'udnCreated', udn: key, timeoutSeconds: udn },
      };
    default:
      return {
        gone: { type: 'nadGone', nad: key, timeoutSeconds: gone },
        back: { type: 'nadAccepted', nad: key, timeoutSeconds: nad },
      };
  }
};
