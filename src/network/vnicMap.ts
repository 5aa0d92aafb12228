/**
 * VM NICs by `ns/vm/interface`, looked up through their VM: an interface name holds no slash, so
 * what comes before the last one is the VM's key.
 */
import { LookupMap } from './lookupMap';
import type { VmView, VnicView } from './networkGraph';

export class VnicMap extends LookupMap<VnicView> {
  private count?: number;

  constructor(private readonly vms: ReadonlyMap<string, VmView>) {
    super();
  }

  get size(): number {
    if (this.count !== undefined) return this.count;
    let count = 0;
    for (const vm of this.vms.values()) count += vm.vnics.length;
    this.count = count;
    return count;
  }

  get(key: string): VnicView | undefined {
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
      const vnic = this.vms.get(key.slice(0, at))?.vnics.find((one) => one.key === key);
      if (vnic !== undefined) return vnic;
    }
    return undefined;
  }

  *entries(): MapIterator<[string, VnicView]> {
    for (const vm of this.vms.values()) {
      for (const vnic of vm.vnics) yield [vnic.key, vnic];
    }
  }
}
