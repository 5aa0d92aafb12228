/**
 * All VM NICs as plain lists, made once per graph: a dozen checks walk them, and 20,000 entries
 * are worth no second sorting into pod and secondary networks.
 */
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

/** A NIC with its VM at hand. */
export interface VmNic {
  readonly vnic: VnicView;
  readonly vm: VmView;
}

export interface VmNics {
  readonly all: readonly VnicView[];
  /** NICs of a NAD, missing or not. */
  readonly secondary: readonly VmNic[];
  /** NAD key -> NICs whose running instance is on it; a template that waits is not there yet. */
  readonly attached: ReadonlyMap<string, readonly VmNic[]>;
  /** The VM of each NIC that template or instance has on a NAD. */
  readonly owners: ReadonlyMap<VnicView, VmView>;
}

const instanceNad = ({ instanceNetwork, instanceNadKey, nadKey }: VnicView): string | undefined =>
  instanceNetwork === undefined ? undefined : (instanceNadKey ?? nadKey);

/** The lists, in the graph's order. */
export const vmNics = perGraph((graph: NetworkGraph): VmNics => {
  const all: VnicView[] = [];
  const secondary: VmNic[] = [];
  const attached = new Map<string, VmNic[]>();
  const owners = new Map<VnicView, VmView>();
  for (const vm of graph.vms.values()) {
    for (const vnic of vm.vnics) {
      all.push(vnic);
      const key = instanceNad(vnic);
      if (vnic.nadKey === undefined && key === undefined) continue;
      const nic = { vnic, vm };
      owners.set(vnic, vm);
      if (vnic.nadKey !== undefined) secondary.push(nic);
      if (key === undefined) continue;
      const nics = attached.get(key);
      if (nics === undefined) attached.set(key, [nic]);
      else nics.push(nic);
    }
  }
  return { all, secondary, attached, owners };
});
