/** CL-002: localnets, UDNs and CUDNs exist on OVN-Kubernetes only. */
import { text } from '../../cluster/text';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'CL-002';

const OVN_NETWORK_TYPE = 'ovnkubernetes';

/** The operator compares without regard to case; an empty type says nothing. */
export const isOtherNetwork = (networkType: string): boolean =>
  networkType !== '' && networkType.toLowerCase() !== OVN_NETWORK_TYPE;

export const CL_002: Rule = {
  id,
  title: text('networkType is not OVNKubernetes'),
  severity: 'warning',
  tier: 'S',
  reads: ['clusterNetworks'],
  source: 'openshift/api config/v1 Network',
  check: ({ graph }) =>
    judge(id, graph.snapshot.clusterNetworks.items.values(), ({ networkType }) => {
      if (!isOtherNetwork(networkType)) return undefined;
      return fault({
        severity: 'warning',
        subject: WHOLE_CLUSTER,
        message: text('The cluster network is {{type}}, not OVNKubernetes.', { type: networkType }),
        symptom: text('Localnet NADs, UDNs and CUDNs have no effect.'),
        fix: text('Use Linux bridges with the bridge CNI, or migrate to OVN-Kubernetes.'),
      });
    }),
};
