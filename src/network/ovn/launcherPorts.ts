/**
 * The switch port of a VM's pod: its name, and the addresses that OVN-Kubernetes gave it, which
 * it writes on the launcher pod. Without the pod only the start of the name is known.
 * Source: ovn-kubernetes pkg/util GetLogicalPortName, annotation k8s.ovn.org/pod-networks; domain
 * reference A.7.3, A.9, E.3.
 */
import { asRecord, ownString, parseJson, recordOf, stringsOf, textOf } from '../../cluster/json';
import type { PodRecord } from '../../cluster/clusterRecords';
import { ovnName } from '../../cluster/ovnNames';
import type { NetworkGraph, VnicView } from '../networkGraph';
import type { LooseAttributes } from '../fragment';

const CREATED_BY = 'kubevirt.io/created-by';
const POD_NETWORKS = 'k8s.ovn.org/pod-networks';
const DEFAULT_NETWORK = 'default';
const ENDED = new Set(['Succeeded', 'Failed']);

/** VMI uid -> its launcher pod on this node: of a migrating VM each end has its own. */
export const launchersOn = (graph: NetworkGraph, node: string): ReadonlyMap<string, PodRecord> => {
  const found = new Map<string, PodRecord>();
  for (const pod of graph.snapshot.pods.items.values()) {
    const uid = pod.meta.labels[CREATED_BY];
    if (uid !== undefined && pod.node === node && !ENDED.has(pod.phase)) found.set(uid, pod);
  }
  return found;
};

/** What the port of this NIC is called and has; `nadKey` is undefined on the cluster network. */
export const portAttributes = (
  vnic: VnicView,
  nadKey: string | undefined,
  pod: PodRecord | undefined,
): LooseAttributes => {
  const scope = nadKey === undefined ? '' : `${ovnName(nadKey)}_`;
  const networks = parseJson(ownString(pod?.meta.annotations ?? {}, POD_NETWORKS));
  const given = asRecord(recordOf(networks)[nadKey ?? DEFAULT_NETWORK]);
  const ips = stringsOf(given?.ip_addresses);
  const start = `${scope}${vnic.namespace}_`;
  return {
    vm: `${vnic.namespace}/${vnic.vmName}`,
    port: pod === undefined ? undefined : `${start}${pod.meta.name}`,
    portPrefix: pod === undefined ? `${start}virt-launcher-${vnic.vmName}-` : undefined,
    mac: textOf(given?.mac_address) || vnic.status?.mac || vnic.instanceNic?.mac,
    ips: ips.length > 0 ? ips : vnic.status?.ips,
  };
};
