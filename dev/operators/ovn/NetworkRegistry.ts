/**
 * The networks OVN-Kubernetes knows: name, id and the configuration all their NADs must share. The
 * first NAD accepted wins; the only NAD of a network may change it.
 * Source: ovn-kubernetes go-controller/pkg/networkmanager/nad_controller.go.
 */
import type { Nad, OvnConfig } from './ovnTypes';
import { NETWORK_ID } from './ovnTypes';
import { comparedPart, readOvnConfig } from './readOvnConfig';

interface Network {
  id: number;
  compared: string;
  nads: Set<string>;
}

export const nadKey = (nad: Nad) => `${nad.metadata.namespace}/${nad.metadata.name}`;

export class NetworkRegistry {
  private readonly networks = new Map<string, Network>();
  private readonly networkOf = new Map<string, string>();
  private seeded = false;

  constructor(private readonly overlayMtu: number) {}

  /** Takes over what the controller accepted before it was restarted; the second call does nothing. */
  seed(nads: readonly Nad[]): void {
    if (this.seeded) return;
    this.seeded = true;
    const accepted = nads.filter((nad) => nad.metadata.annotations?.[NETWORK_ID] !== undefined);
    const created = (nad: Nad) => nad.metadata.creationTimestamp ?? '';
    for (const nad of accepted.sort((a, b) => (created(a) < created(b) ? -1 : 1))) {
      const reading = readOvnConfig(nad);
      if (reading.kind !== 'network') continue;
      this.admit(nadKey(nad), reading.config, Number(nad.metadata.annotations?.[NETWORK_ID]));
    }
  }

  /** The id of the NAD's network, or undefined when its config does not match the network's. */
  admit(key: string, config: OvnConfig, knownId?: number): number | undefined {
    const compared = comparedPart(config, this.overlayMtu);
    const before = this.networkOf.get(key);
    if (before !== undefined && before !== config.name) this.forget(key);
    const network = this.networks.get(config.name);
    if (!network) {
      const id = knownId ?? this.nextId();
      this.networks.set(config.name, { id, compared, nads: new Set([key]) });
      this.networkOf.set(key, config.name);
      return id;
    }
    const isAlone = network.nads.size === 0 || (network.nads.size === 1 && network.nads.has(key));
    if (network.compared !== compared && !isAlone) return undefined;
    network.compared = compared;
    network.nads.add(key);
    this.networkOf.set(key, config.name);
    return network.id;
  }

  forget(key: string): void {
    const name = this.networkOf.get(key);
    this.networkOf.delete(key);
    const network = name === undefined ? undefined : this.networks.get(name);
    network?.nads.delete(key);
    if (name !== undefined && network?.nads.size === 0) this.networks.delete(name);
  }

  private nextId(): number {
    const taken = new Set([...this.networks.values()].map(({ id }) => id));
    let id = 1;
    while (taken.has(id)) id += 1;
    return id;
  }
}
