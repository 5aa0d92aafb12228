/**
 * Which networks have a VM on a node: OVN localnets that need patch ports there, and NICs on Linux
 * bridges. Read from the instances that are placed on the node and the NADs they name.
 */
import { resolveNad } from './kubevirt/nadReference';
import type { Vmi } from './kubevirt/vmTypes';
import { interfacesOf, networksOf } from './kubevirt/vmTypes';
import type { NodeAttachments } from './ovn/plumbNode';
import type { Nad } from './ovn/ovnTypes';
import { NETWORK_ID } from './ovn/ovnTypes';
import { physicalName, readOvnConfig } from './ovn/readOvnConfig';

export type FindNad = (namespace: string, name: string) => Nad | undefined;

/** The bridge a NAD of the `bridge` or `cnv-bridge` CNI names, with its access VLAN. */
export function bridgeOf(nad: Nad): { bridge: string; vlan?: number } | undefined {
  try {
    const document = JSON.parse(nad.spec?.config ?? '') as Record<string, unknown>;
    const plugins = Array.isArray(document['plugins']) ? document['plugins'] : [document];
    for (const plugin of plugins as Record<string, unknown>[]) {
      if (plugin['type'] !== 'bridge' && plugin['type'] !== 'cnv-bridge') continue;
      const bridge = typeof plugin['bridge'] === 'string' ? plugin['bridge'] : 'cni0';
      const vlan = plugin['vlan'];
      return typeof vlan === 'number' && vlan > 0 ? { bridge, vlan } : { bridge };
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** What `instances` (all placed on one node) need there. Only accepted OVN NADs count. */
export function localAttachments(instances: readonly Vmi[], findNad: FindNad): NodeAttachments {
  const localnets = new Map<string, { name: string; physicalNetworkName: string }>();
  const bridges: NodeAttachments['bridges'][number][] = [];
  for (const vmi of instances) {
    const { namespace = '', name } = vmi.metadata;
    const interfaces = new Map(interfacesOf(vmi.spec).map((iface) => [iface.name, iface]));
    for (const network of networksOf(vmi.spec)) {
      if (!network.multus || interfaces.get(network.name)?.state === 'absent') continue;
      const key = resolveNad(namespace, network.multus.networkName);
      const nad = findNad(key.namespace, key.name);
      if (!nad) continue;
      const onBridge = bridgeOf(nad);
      if (onBridge) bridges.push({ id: `${namespace}/${name}/${network.name}`, ...onBridge });
      const reading = readOvnConfig(nad);
      if (reading.kind !== 'network' || reading.config.topology !== 'localnet') continue;
      if (nad.metadata.annotations?.[NETWORK_ID] === undefined) continue;
      localnets.set(reading.config.name, {
        name: reading.config.name,
        physicalNetworkName: physicalName(reading.config),
      });
    }
  }
  return { localnets: [...localnets.values()], bridges };
}
