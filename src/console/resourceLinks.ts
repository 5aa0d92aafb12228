/**
 * Addresses of the console's own pages for the objects behind our entities. They are paths without
 * the base path: the console's router adds it. Sources: console public/components/app-contents
 * (`/k8s/ns/:ns/:plural/:name`, `/k8s/cluster/:plural/:name`, plural as `group~version~Kind`).
 */
import type { ObjectKey } from './objectKey';

/** `group~version~Kind` as the console's router reads it; the plain plural for core kinds. */
const REFERENCE: Readonly<Record<ObjectKey['kind'], string>> = {
  Node: 'nodes',
  Namespace: 'namespaces',
  Pod: 'pods',
  VirtualMachine: 'kubevirt.io~v1~VirtualMachine',
  VirtualMachineInstance: 'kubevirt.io~v1~VirtualMachineInstance',
  NetworkAttachmentDefinition: 'k8s.cni.cncf.io~v1~NetworkAttachmentDefinition',
  UserDefinedNetwork: 'k8s.ovn.org~v1~UserDefinedNetwork',
  ClusterUserDefinedNetwork: 'k8s.ovn.org~v1~ClusterUserDefinedNetwork',
  NodeNetworkConfigurationPolicy: 'nmstate.io~v1~NodeNetworkConfigurationPolicy',
  NodeNetworkConfigurationEnactment: 'nmstate.io~v1beta1~NodeNetworkConfigurationEnactment',
  NodeNetworkState: 'nmstate.io~v1beta1~NodeNetworkState',
  MultiNetworkPolicy: 'k8s.cni.cncf.io~v1beta1~MultiNetworkPolicy',
  DaemonSet: 'daemonsets',
};

/** The console page of an object; `/yaml` appended it is its YAML tab. */
export const resourceLink = ({ kind, namespace, name }: ObjectKey): string => {
  const scope = namespace === '' ? 'cluster' : `ns/${encodeURIComponent(namespace)}`;
  return `/k8s/${scope}/${REFERENCE[kind]}/${encodeURIComponent(name)}`;
};
