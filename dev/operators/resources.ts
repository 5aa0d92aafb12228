/** The resources the operators read and write, and whether their status is a subresource. */
export interface ResourceRef {
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  /** A VirtualMachineInstance has no status subresource: its status is written with the object. */
  statusSubresource: boolean;
}

const core = { group: '', version: 'v1' };
const nmstate = { group: 'nmstate.io', namespaced: false, statusSubresource: true };
const ovn = { group: 'k8s.ovn.org', version: 'v1', statusSubresource: true };
const kubevirt = { group: 'kubevirt.io', version: 'v1', namespaced: true };

export const NODES: ResourceRef = {
  ...core,
  plural: 'nodes',
  kind: 'Node',
  namespaced: false,
  statusSubresource: true,
};
export const NAMESPACES: ResourceRef = {
  ...core,
  plural: 'namespaces',
  kind: 'Namespace',
  namespaced: false,
  statusSubresource: true,
};
export const PODS: ResourceRef = {
  ...core,
  plural: 'pods',
  kind: 'Pod',
  namespaced: true,
  statusSubresource: true,
};
export const EVENTS: ResourceRef = {
  ...core,
  plural: 'events',
  kind: 'Event',
  namespaced: true,
  statusSubresource: false,
};
export const POLICIES: ResourceRef = {
  ...nmstate,
  version: 'v1',
  plural: 'nodenetworkconfigurationpolicies',
  kind: 'NodeNetworkConfigurationPolicy',
};
export const ENACTMENTS: ResourceRef = {
  ...nmstate,
  version: 'v1beta1',
  plural: 'nodenetworkconfigurationenactments',
  kind: 'NodeNetworkConfigurationEnactment',
};
export const NODE_STATES: ResourceRef = {
  ...nmstate,
  version: 'v1beta1',
  plural: 'nodenetworkstates',
  kind: 'NodeNetworkState',
};
export const NADS: ResourceRef = {
  group: 'k8s.cni.cncf.io',
  version: 'v1',
  plural: 'network-attachment-definitions',
  kind: 'NetworkAttachmentDefinition',
  namespaced: true,
  statusSubresource: false,
};
export const CUDNS: ResourceRef = {
  ...ovn,
  plural: 'clusteruserdefinednetworks',
  kind: 'ClusterUserDefinedNetwork',
  namespaced: false,
};
export const UDNS: ResourceRef = {
  ...ovn,
  plural: 'userdefinednetworks',
  kind: 'UserDefinedNetwork',
  namespaced: true,
};
export const MACHINES: ResourceRef = {
  ...kubevirt,
  plural: 'virtualmachines',
  kind: 'VirtualMachine',
  statusSubresource: true,
};
export const INSTANCES: ResourceRef = {
  ...kubevirt,
  plural: 'virtualmachineinstances',
  kind: 'VirtualMachineInstance',
  statusSubresource: false,
};
export const MIGRATIONS: ResourceRef = {
  ...kubevirt,
  plural: 'virtualmachineinstancemigrations',
  kind: 'VirtualMachineInstanceMigration',
  statusSubresource: true,
};

/** URL path of a collection, or of one object in it. */
export function resourcePath(ref: ResourceRef, namespace?: string, name?: string): string {
  const root = ref.group === '' ? `/api/${ref.version}` : `/apis/${ref.group}/${ref.version}`;
  const scope = ref.namespaced && namespace !== undefined ? `/namespaces/${namespace}` : '';
  const item = name === undefined ? '' : `/${encodeURIComponent(name)}`;
  return `${root}${scope}/${ref.plural}${item}`;
}
