/**
 * VirtualMachine, VirtualMachineInstance, migration and virt-launcher Pod, as far as networking
 * needs them. Source: kubevirt api core/v1/schema.go and types.go.
 */
import type { KubeObject } from '../../api-server/kubeObject';
import type { Condition } from '../nmstateTypes';

export interface VmInterface {
  name: string;
  model?: string;
  bridge?: object;
  masquerade?: object;
  sriov?: object;
  binding?: { name: string };
  macAddress?: string;
  state?: string;
  [key: string]: unknown;
}

export interface VmNetwork {
  name: string;
  pod?: object;
  multus?: { networkName: string; default?: boolean };
  [key: string]: unknown;
}

export interface Toleration {
  key?: string;
  operator?: string;
  value?: string;
  effect?: string;
}

export interface VmiSpec {
  domain: {
    devices: {
      interfaces?: VmInterface[];
      autoattachPodInterface?: boolean;
      [key: string]: unknown;
    };
    [key: string]: unknown;
  };
  networks?: VmNetwork[];
  nodeSelector?: Record<string, string>;
  affinity?: { nodeAffinity?: NodeAffinity; [key: string]: unknown };
  tolerations?: Toleration[];
  evictionStrategy?: string;
  architecture?: string;
  volumes?: unknown[];
  [key: string]: unknown;
}

export interface NodeSelectorTerm {
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

export interface NodeAffinity {
  requiredDuringSchedulingIgnoredDuringExecution?: { nodeSelectorTerms: NodeSelectorTerm[] };
  [key: string]: unknown;
}

export interface VirtualMachine extends KubeObject {
  spec?: {
    runStrategy?: string;
    running?: boolean;
    template?: {
      metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
      spec: VmiSpec;
    };
    [key: string]: unknown;
  };
  status?: {
    conditions?: Condition[];
    printableStatus?: string;
    [key: string]: unknown;
  };
}

export interface InterfaceStatus {
  name?: string;
  mac?: string;
  infoSource?: string;
  ipAddress?: string;
  ipAddresses?: string[];
  interfaceName?: string;
  podInterfaceName?: string;
  queueCount?: number;
  linkState?: string;
}

export interface MigrationState {
  migrationUid?: string;
  sourceNode?: string;
  targetNode?: string;
  targetPod?: string;
  startTimestamp?: string;
  endTimestamp?: string;
  completed?: boolean;
  failed?: boolean;
  failureReason?: string;
}

export interface VmiStatus {
  phase?: string;
  nodeName?: string;
  activePods?: Record<string, string>;
  conditions?: Condition[];
  interfaces?: InterfaceStatus[];
  migrationState?: MigrationState;
  [key: string]: unknown;
}

export interface Vmi extends KubeObject {
  spec?: VmiSpec;
  status?: VmiStatus;
}

export interface Migration extends KubeObject {
  spec?: { vmiName?: string };
  status?: { phase?: string; [key: string]: unknown };
}

export interface Pod extends KubeObject {
  spec?: { nodeName?: string; [key: string]: unknown };
  status?: { phase?: string; podIP?: string; [key: string]: unknown };
}

export const interfacesOf = (spec: VmiSpec | undefined): readonly VmInterface[] =>
  spec?.domain.devices.interfaces ?? [];

export const networksOf = (spec: VmiSpec | undefined): readonly VmNetwork[] => spec?.networks ?? [];
