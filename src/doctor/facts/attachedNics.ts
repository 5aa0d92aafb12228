/** The VM NICs whose running instance is on a NAD; a template that waits for a restart is not there yet. */
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';

/** A NIC with its VM at hand. */
export interface VmNic {
  readonly vnic: VnicView;
  readonly vm: VmView;
}

const instanceNad = ({ instanceNetwork, instanceNadKey, nadKey }: VnicView): string | undefined =>
  instanceNetwork === undefined ? undefined : (instanceNadKey ?? nadKey);

/** The VM's NICs on the NAD `ns/name`. */
export const vnicsOn = ({ vnics }: VmView, nadKey: string): readonly VnicView[] =>
  vnics.filter((vnic) => instanceNad(vnic) === nadKey);

/** NICs on the NAD `ns/name`, in the graph's order. */
export const attachedNics = (graph: NetworkGraph, nadKey: string): readonly VmNic[] => {
  const attached: VmNic[] = [];
  for (const vm of graph.vmsOfNad(nadKey)) {
    for (const vnic of vnicsOn(vm, nadKey)) attached.push({ vnic, vm });
  }
  return attached;
};
