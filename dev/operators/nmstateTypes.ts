/**
 * The nmstate document as NodeNetworkConfigurationPolicy wishes it and NodeNetworkState reports it,
 * and the three kubernetes-nmstate resources around it. Only the fields the operators act on are
 * named; everything else an interface may carry is kept through the index signature.
 * Source: nmstate rust/src/lib/ifaces, kubernetes-nmstate api/shared.
 */
import type { KubeObject } from '../api-server/kubeObject';

export interface BridgePort {
  name: string;
  vlan?: Record<string, unknown>;
  'link-aggregation'?: { mode?: string; port?: { name: string }[]; [key: string]: unknown };
  [key: string]: unknown;
}

export interface BridgeSection {
  options?: Record<string, unknown>;
  port?: BridgePort[];
  ports?: BridgePort[];
  'allow-extra-patch-ports'?: boolean;
}

export interface BondSection {
  mode?: string | number;
  options?: Record<string, unknown>;
  port?: string[];
  [key: string]: unknown;
}

export interface IpSection {
  enabled?: boolean;
  address?: { ip: string; 'prefix-length': number }[];
  [key: string]: unknown;
}

export interface NmInterface {
  name: string;
  type: string;
  state: string;
  controller?: string;
  description?: string;
  mtu?: number;
  'max-mtu'?: number;
  'mac-address'?: string;
  'permanent-mac-address'?: string;
  bridge?: BridgeSection;
  'link-aggregation'?: BondSection;
  vlan?: { 'base-iface'?: string; id?: number; [key: string]: unknown };
  patch?: { peer: string };
  ipv4?: IpSection;
  ipv6?: IpSection;
  lldp?: { enabled?: boolean; neighbors?: unknown[] };
  [key: string]: unknown;
}

/** An interface of a policy: all but the name may be left out. */
export type DesiredInterface = Partial<NmInterface> & { name: string };

export interface BridgeMapping {
  localnet: string;
  bridge: string;
}

export interface DesiredMapping {
  localnet: string;
  bridge?: string;
  state?: string;
}

export interface Route {
  destination?: string;
  'next-hop-address'?: string;
  'next-hop-interface'?: string;
  'table-id'?: number;
  state?: string;
  [key: string]: unknown;
}

export interface DesiredState {
  interfaces?: DesiredInterface[] | string;
  ovn?: { 'bridge-mappings'?: DesiredMapping[] };
  routes?: { config?: Route[] };
  [key: string]: unknown;
}

export interface CurrentState {
  interfaces: NmInterface[];
  ovn?: { 'bridge-mappings': BridgeMapping[] };
  routes?: { config: Route[]; running: Route[] };
  'dns-resolver'?: unknown;
}

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastHeartbeatTime?: string | null;
  lastProbeTime?: string | null;
  lastTransitionTime?: string | null;
}

export interface Policy extends KubeObject {
  spec?: {
    nodeSelector?: Record<string, string>;
    capture?: Record<string, string>;
    desiredState?: DesiredState;
    maxUnavailable?: number | string;
  };
  status?: {
    conditions?: Condition[];
    unavailableNodeCountMap?: Record<string, number>;
    lastUnavailableNodeCountUpdate?: string;
  };
}

export interface Enactment extends KubeObject {
  status?: {
    conditions?: Condition[];
    desiredState?: DesiredState;
    capturedStates?: Record<string, unknown>;
    policyGeneration?: number;
    retryCount?: Record<string, number>;
    desiredStateMetaInfo?: { version: string; time: string };
  };
}

export interface NodeNetworkState extends KubeObject {
  status?: {
    currentState?: CurrentState;
    lastSuccessfulUpdateTime?: string;
    [key: string]: unknown;
  };
}

export interface NodeObject extends KubeObject {
  spec?: {
    unschedulable?: boolean;
    taints?: { key: string; value?: string; effect: string }[];
    [key: string]: unknown;
  };
  status?: {
    conditions?: Condition[];
    addresses?: { type: string; address: string }[];
    allocatable?: Record<string, string>;
    capacity?: Record<string, string>;
    [key: string]: unknown;
  };
}
