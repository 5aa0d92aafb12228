/** Where the API serves the object behind an entity: the names come from the table of models. */
import { MODELS } from '../../cluster/models';
import type { KindKey } from '../../cluster/snapshot';
import type { ObjectTarget } from '../../console/apiClient';
import type { ObjectKey } from '../../console/objectKey';

const MODEL_OF: Readonly<Record<ObjectKey['kind'], KindKey>> = {
  Node: 'nodes',
  Namespace: 'namespaces',
  Pod: 'pods',
  VirtualMachine: 'vms',
  VirtualMachineInstance: 'vmis',
  NetworkAttachmentDefinition: 'nads',
  UserDefinedNetwork: 'udns',
  ClusterUserDefinedNetwork: 'cudns',
  NodeNetworkConfigurationPolicy: 'policies',
  NodeNetworkConfigurationEnactment: 'enactments',
  NodeNetworkState: 'nodeStates',
  MultiNetworkPolicy: 'multiNetworkPolicies',
  DaemonSet: 'daemonSets',
};

/** What to ask the API for. */
export const objectTarget = ({ kind, namespace, name }: ObjectKey): ObjectTarget => {
  const { apiGroup, version, plural } = MODELS[MODEL_OF[kind]];
  const apiVersion = apiGroup === '' ? version : `${apiGroup}/${version}`;
  return { apiVersion, plural, namespace, name };
};
