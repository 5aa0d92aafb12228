/** Reasons that several flows share why they cannot do what is wished. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { brExFacts } from '../brExFacts';
import type { FlowContext } from './flow';

/** OVN's switches carry one VLAN per network and take no tags from a guest (B.10). */
export const guestTagObstacle = ({ intent }: FlowContext): Text | undefined =>
  intent.guestVlans === undefined
    ? undefined
    : text('OVN networks take no VLAN tags from a guest; only a Linux bridge passes a trunk on.');

/** OVN networks need OVN-Kubernetes; where the cluster does not tell, nothing is ruled out. */
export const ovnObstacle = ({ graph }: FlowContext): Text | undefined => {
  const type = graph.snapshot.clusterNetworks.items.get('cluster')?.networkType ?? '';
  return type === '' || type === 'OVNKubernetes'
    ? undefined
    : text('The cluster network is {{type}}, not OVN-Kubernetes.', { type });
};

export const brExObstacle = ({ nodes }: FlowContext): Text | undefined => {
  const { missingOn, isMixed } = brExFacts(nodes);
  if (missingOn.length > 0) {
    return text('br-ex is not reported on {{nodes}}.', { nodes: missingOn.join(', ') });
  }
  return isMixed
    ? text('br-ex leaves the chosen nodes in different VLANs; choose nodes that are alike.')
    : undefined;
};

/** Bridge CNI gives no addresses of its own. */
export const addressObstacle = ({ intent }: FlowContext): Text | undefined =>
  intent.addressing.type === 'outside'
    ? undefined
    : text('On a Linux bridge OVN-Kubernetes gives no addresses.');
