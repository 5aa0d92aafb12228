/**
 * Which NAD each NIC of a running instance is wired to, by the launcher pod's `networks` annotation:
 * a NIC whose spec names another one, or none yet, waits for a migration.
 */
import { nadKeyText, resolveNad } from './nadReference';
import { podInterfaceName } from './interfaceStatus';
import type { Pod, Vmi } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

/** `<namespace>/<nad>` by pod interface name. */
function wiring(pod: Pod | undefined): Map<string, string> {
  const text = pod?.metadata.annotations?.['k8s.v1.cni.cncf.io/networks'];
  if (text === undefined) return new Map();
  const entries = JSON.parse(text) as { name: string; namespace: string; interface: string }[];
  return new Map(entries.map((entry) => [entry.interface, nadKeyText(entry)]));
}

/** Names of the networks that the running pod lacks or has on another NAD. */
export function unpluggedNetworks(vmi: Vmi, pod: Pod | undefined): string[] {
  const attached = new Set(vmi.status?.interfaces?.map(({ name }) => name));
  const absent = new Set(
    interfacesOf(vmi.spec).flatMap(({ name, state }) => (state === 'absent' ? [name] : [])),
  );
  const wired = wiring(pod);
  return networksOf(vmi.spec).flatMap((network) => {
    if (!network.multus || absent.has(network.name)) return [];
    if (!attached.has(network.name)) return [network.name];
    const wanted = nadKeyText(resolveNad(vmi.metadata.namespace ?? '', network.multus.networkName));
    const present = wired.get(podInterfaceName(network));
    return present === undefined || present === wanted ? [] : [network.name];
  });
}
