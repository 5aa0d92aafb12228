/**
 * Whether a VM NIC's reference to its NAD holds: the NAD exists and the VM's namespace may use
 * it. Multus on OpenShift isolates namespaces; only a few are open to all.
 * Source: kubevirt pkg/network/multus/nad.go; multus pkg/k8sclient; domain reference B.2.
 */
import { nadUsableFrom } from '../cluster/resolveNad';
import type { Snapshot } from '../cluster/snapshot';
import { text } from '../cluster/text';
import { isKnown, whyUnknown } from './evidence';
import { OK, broken, unknown } from './judgement';
import type { Judgement } from './judgement';
import type { VnicView } from './networkGraph';

/** The NAD a NIC is plugged into: that of the running instance where there is one. */
export const effectiveNadKey = (vnic: VnicView): string | undefined =>
  vnic.instanceNadKey ?? vnic.nadKey;

/** The network entry that counts: that of the running instance where there is one. */
export const effectiveNetwork = (vnic: VnicView): VnicView['network'] =>
  vnic.instanceNetwork ?? vnic.network;

/** Namespace of a key `ns/name`; '' where it names none. */
export const namespaceOfKey = (key: string): string => key.slice(0, Math.max(0, key.indexOf('/')));

/** Whether the NAD is there; unknown where NADs of its namespace cannot be read. */
export const nadExistence = (snapshot: Snapshot, nadKey: string): Judgement => {
  if (snapshot.nads.items.has(nadKey)) return OK;
  if (!isKnown(snapshot.nads, namespaceOfKey(nadKey))) {
    return unknown(whyUnknown('nads', snapshot.nads));
  }
  return broken(text('There is no NetworkAttachmentDefinition {{nad}}.', { nad: nadKey }));
};

/** Whether the namespace of the VM may use NADs of the other one. */
export const nadPermission = (vnic: VnicView, nadKey: string): Judgement => {
  const namespace = namespaceOfKey(nadKey);
  if (nadUsableFrom(vnic.namespace, namespace)) return OK;
  return broken(
    text('VMs in {{vm}} may not use NetworkAttachmentDefinitions of namespace {{nad}}.', {
      vm: vnic.namespace,
      nad: namespace,
    }),
  );
};

/** What is wrong with the NIC by itself, whether or not its NAD exists. */
const ownState = (vnic: VnicView): Judgement => {
  const { name } = vnic;
  const network = effectiveNetwork(vnic);
  if (network === undefined) {
    return broken(text('Interface {{name}} has no network of the same name.', { name }));
  }
  if (network.source.type === 'other') {
    return unknown(text('Network {{name}} is neither the pod network nor a Multus one.', { name }));
  }
  if (network.source.type === 'multus' && network.source.networkName === '') {
    return broken(text('Network {{name}} names no NetworkAttachmentDefinition.', { name }));
  }
  return OK;
};

/**
 * The NIC as the first hop of its path: a NAD that is missing is the next hop's matter, one that
 * may not be used is the NIC's.
 */
export const vnicHop = (snapshot: Snapshot, vnic: VnicView): Judgement => {
  const own = ownState(vnic);
  const key = effectiveNadKey(vnic);
  if (own.state !== 'ok' || key === undefined) return own;
  return nadExistence(snapshot, key).state === 'ok' ? nadPermission(vnic, key) : OK;
};

/** State of the VM NIC's reference, whatever it leads to. */
export const vnicState = (snapshot: Snapshot, vnic: VnicView): Judgement => {
  const hop = vnicHop(snapshot, vnic);
  const key = effectiveNadKey(vnic);
  if (hop.state !== 'ok' || key === undefined) return hop;
  return nadExistence(snapshot, key);
};
