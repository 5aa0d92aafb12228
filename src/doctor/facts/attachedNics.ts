/** The VM NICs whose running instance is on a NAD; a template that waits for a restart is not there yet. */
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';

/** A NIC with its VM at hand. */
export interface VmNic {
  readonly vnic: VnicView;
  readonly vm: VmView;
}

const instanceNad = ({ instanceNetwork, instanceNadKey, nadKey }: VnicView): string | undefined =>
  instanceNetwork === undefined ? undefined : (instanceNadKey ?? nadKey);

/** NICs on the NAD `ns/name`, in the graph's order. */
export const attachedNics = (graph: NetworkGraph, nadKey: string): readonly VmNic[] => {
  const attached: VmNic[] = [];
  for (const vnic of graph.vnicsOfNad(nadKey)) {
    if (instanceNad(vnic) !== nadKey) continue;
    const vm = graph.vms.get(`${vnic.namespace}/${vnic.vmName}`);
    if (vm !== undefined) attached.push({ vnic, vm });
  }
  return attached;
};
