/**
 * The extended resources a launcher pod asks for: one per NIC whose NAD names a resource by its
 * annotation. Source: kubevirt pkg/virt-controller/services (multus network resources).
 */
import type { FindNad } from '../localAttachments';
import type { ResourceRequests } from './launcherPod';
import { nadKeyText, resolveNad } from './nadReference';
import type { Vmi } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

const RESOURCE_NAME = 'k8s.v1.cni.cncf.io/resourceName';

export function requestedResources(vmi: Vmi, findNad: FindNad): ResourceRequests {
  const requests: Record<string, number> = {};
  for (const { multus } of networksOf(vmi.spec)) {
    if (!multus) continue;
    const { namespace, name } = resolveNad(vmi.metadata.namespace ?? '', multus.networkName);
    const resource = findNad(namespace, name)?.metadata.annotations?.[RESOURCE_NAME];
    if (resource !== undefined) requests[resource] = (requests[resource] ?? 0) + 1;
  }
  return requests;
}

/** `<namespace>/<name>` of the first NAD the instance names and that does not exist. */
export function missingNad(vmi: Vmi, findNad: FindNad): string | undefined {
  const states = new Map(interfacesOf(vmi.spec).map((iface) => [iface.name, iface.state]));
  for (const { name, multus } of networksOf(vmi.spec)) {
    if (!multus || states.get(name) === 'absent') continue;
    const key = resolveNad(vmi.metadata.namespace ?? '', multus.networkName);
    if (!findNad(key.namespace, key.name)) return nadKeyText(key);
  }
  return undefined;
}
