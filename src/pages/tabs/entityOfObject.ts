/** The entity that stands for an object of the cluster whose page the console shows. */
import type { ConsoleObject } from '../../console/consoleObject';
import { entityId } from '../../network/model';

/** @returns undefined for a kind that has no place in the graph, or an object without a name */
export const entityOfObject = (object: ConsoleObject | undefined): string | undefined => {
  const { name, namespace = '' } = object?.metadata ?? {};
  if (name === undefined) return undefined;
  switch (object?.kind) {
    case 'VirtualMachine':
      return entityId('vm', namespace, name);
    case 'Node':
      return entityId('node', name);
    case 'NodeNetworkConfigurationPolicy':
      return entityId('policy', name);
    case 'NetworkAttachmentDefinition':
      return entityId('nad', namespace, name);
    case 'UserDefinedNetwork':
      return entityId('udn', namespace, name);
    case 'ClusterUserDefinedNetwork':
      return entityId('cudn', name);
    default:
      return undefined;
  }
};
