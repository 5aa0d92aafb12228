/**
 * The vocabulary of the OVN logical view: switches, routers and ports as OVN-Kubernetes names
 * them. The same shape as the physical graph, in its own namespace of ids: nothing here was read
 * from OVN. Source: domain reference A.9, E.3.
 */
import type { Text } from '../../cluster/text';
import type { AttributeValue, State } from '../model';

export type OvnEntityKind =
  | 'nodeSwitch'
  | 'joinSwitch'
  | 'gatewayRouter'
  | 'clusterRouter'
  | 'extSwitch'
  | 'transitSwitch'
  | 'transitRouter'
  | 'localnetSwitch'
  | 'localnetPort'
  | 'layer2Switch'
  /** A VM NIC on a switch; its id is that of the physical graph's `vnic`. */
  | 'vmPort'
  /** Where the view touches the host: NICs, bridges, the management port. Ids of the physical graph. */
  | 'nic'
  | 'bridge'
  | 'internalIf';

export interface OvnEntity {
  readonly id: string;
  readonly kind: OvnEntityKind;
  /** As `ovn-nbctl` would show it. */
  readonly name: string;
  /**
   * `ok`: every value comes from the API; `unknown`: something had to be left open; `broken`: the
   * API says that it cannot work, such as a localnet port without a bridge mapping.
   */
  readonly state: State;
  /** Present unless `state` is `ok`. */
  readonly reason?: Text;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

export interface OvnEdge {
  readonly id: string;
  /** Nearer the wire. */
  readonly source: string;
  readonly target: string;
  readonly kind: 'routerPort' | 'localnetPort' | 'port' | 'patch' | 'host' | 'uplink';
  /** Names and addresses of the ports at both ends. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Another node as the transit switch reaches it. */
export interface OvnPeer {
  readonly node: string;
  readonly transitAddresses: readonly string[];
  readonly encapIps: readonly string[];
}

export interface OvnView {
  readonly node: string;
  /** To be shown with the view: it is expected from API data, not read from OVN. */
  readonly note: Text;
  /** Egress leaves through the gateway router (shared) or through the host's routing (local). */
  readonly gatewayMode: 'shared' | 'local' | 'unknown';
  readonly entities: ReadonlyMap<string, OvnEntity>;
  readonly edges: ReadonlyMap<string, OvnEdge>;
  /** Nodes at the far ends of the Geneve tunnels, sorted by name. */
  readonly peers: readonly OvnPeer[];
}
