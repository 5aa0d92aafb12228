/**
 * Which pods use a NAD. User-defined networks are protected while any does: the finalizer stays and
 * the condition names the pods (ovn-kubernetes userdefinednetwork controller).
 */
import { nadKeyText, resolveNad } from '../kubevirt/nadReference';
import type { Vmi } from '../kubevirt/vmTypes';
import { networksOf } from '../kubevirt/vmTypes';
import type { Informers } from '../operatorContext';

/** `<namespace>/<pod>` of every launcher pod whose VM has a NIC on the NAD. */
export function podsUsing({ instances, pods }: Informers, nad: string): string[] {
  const users = instances.list().filter((vmi) => refersTo(vmi, nad));
  if (users.length === 0) return [];
  const uids = new Map(users.map((vmi) => [vmi.metadata.uid, vmi]));
  const found = pods
    .list()
    .filter((pod) => uids.has(pod.metadata.labels?.['kubevirt.io/created-by']))
    .map((pod) => `${pod.metadata.namespace}/${pod.metadata.name}`);
  return found.sort();
}

function refersTo(vmi: Vmi, nad: string): boolean {
  const namespace = vmi.metadata.namespace ?? '';
  return networksOf(vmi.spec).some(
    ({ multus }) => multus && nadKeyText(resolveNad(namespace, multus.networkName)) === nad,
  );
}
