/**
 * Accepts NADs of type ovn-k8s-cni-overlay: annotates them with network name and id, or says why not
 * with a Warning event `InvalidConfig`.
 * Source: ovn-kubernetes go-controller/pkg/networkmanager/nad_controller.go.
 */
import { jsonEqual } from '../jsonEqual';
import type { OperatorContext } from '../operatorContext';
import { createQueue } from '../operatorContext';
import { recordEvent } from '../recordEvent';
import { NADS } from '../resources';
import type { WorkQueue } from '../workQueue';
import { nadKey, NetworkRegistry } from './NetworkRegistry';
import type { Nad } from './ovnTypes';
import { NETWORK_ID, NETWORK_NAME } from './ovnTypes';
import { readOvnConfig } from './readOvnConfig';

/** Overlay MTU of a cluster on a 1500 byte underlay. */
export const OVERLAY_MTU = 1400;

export function startNadOperator(context: OperatorContext): WorkQueue {
  const { client, informers, delays } = context;
  const registry = new NetworkRegistry(OVERLAY_MTU);
  /** The complaint last made about a NAD, so that it is made once per change. */
  const complaints = new Map<string, string>();

  const complain = async (nad: Nad, message: string) => {
    const complaint = `${nad.spec?.config}\n${message}`;
    if (complaints.get(nadKey(nad)) === complaint) return;
    complaints.set(nadKey(nad), complaint);
    await recordEvent(client, nad, {
      type: 'Warning',
      reason: 'InvalidConfig',
      message,
      component: 'network-controller-manager',
    });
  };

  const accept = async (nad: Nad, network: string, id: number) => {
    const wanted = { [NETWORK_NAME]: network, [NETWORK_ID]: String(id) };
    const { annotations = {}, namespace, name } = nad.metadata;
    const present = {
      [NETWORK_NAME]: annotations[NETWORK_NAME],
      [NETWORK_ID]: annotations[NETWORK_ID],
    };
    if (jsonEqual(wanted, present)) return;
    const key = { ...(namespace === undefined ? {} : { namespace }), name };
    await client.patchMerge(NADS, key, { metadata: { annotations: wanted } });
  };

  const queue = createQueue(context, 'nad', async (key) => {
    registry.seed(informers.nads.list());
    const [namespace = '', name = ''] = key.split('/');
    const nad = informers.nads.get(namespace, name);
    const reading = nad && readOvnConfig(nad);
    if (!nad || reading?.kind !== 'network') registry.forget(key);
    if (!nad || !reading || reading.kind === 'foreign') {
      complaints.delete(key);
      return;
    }
    if (reading.kind === 'invalid') {
      await complain(nad, `Failed to parse network config: ${reading.reason}`);
      return;
    }
    const { config } = reading;
    const id = registry.admit(key, config);
    if (id === undefined) {
      await complain(nad, `NAD ${key} CNI config does not match that of network ${config.name}`);
      return;
    }
    complaints.delete(key);
    await accept(nad, config.name, id);
  });

  informers.nads.onChange(({ before, after }) => {
    if (!after) {
      if (!before) return;
      queue.add(nadKey(before));
      // The network's configuration may be free now for a NAD that did not match it.
      for (const other of informers.nads.list()) queue.add(nadKey(other));
      return;
    }
    if (before && before.spec?.config === after.spec?.config) return;
    queue.addAfter(nadKey(after), delays.nadAccept);
  });
  return queue;
}
