/** Names an object that has a page in the console. */
export interface ObjectKey {
  readonly kind:
    | 'Node'
    | 'Namespace'
    | 'Pod'
    | 'VirtualMachine'
    | 'VirtualMachineInstance'
    | 'NetworkAttachmentDefinition'
    | 'UserDefinedNetwork'
    | 'ClusterUserDefinedNetwork'
    | 'NodeNetworkConfigurationPolicy'
    | 'NodeNetworkConfigurationEnactment'
    | 'NodeNetworkState'
    | 'MultiNetworkPolicy'
    | 'DaemonSet';
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
}
