/** Which node the OVN view shows: that of the scope or of the choice, else the first that runs VMs. */
import type { NetworkGraph } from '../../network/networkGraph';

/**
 * @param scope entity id; '' for none
 * @param selection entity id; '' for none
 * @returns name of a node; '' where the cluster has none
 */
export const ovnNode = (graph: NetworkGraph, scope: string, selection: string): string => {
  for (const id of [scope, selection]) {
    const entity = graph.entities.get(id);
    const node = entity?.kind === 'node' ? entity.name : entity?.node;
    if (node !== undefined && node !== '') return node;
    const vnic = id.startsWith('vnic/') ? graph.vnics.get(id.slice('vnic/'.length)) : undefined;
    const vm = vnic && graph.vms.get(`${vnic.namespace}/${vnic.vmName}`);
    if (vm !== undefined && vm.node !== '') return vm.node;
  }
  const names = [...graph.nodes.keys()].sort();
  return names.find((name) => graph.nodes.get(name)?.runsVms === true) ?? names[0] ?? '';
};
