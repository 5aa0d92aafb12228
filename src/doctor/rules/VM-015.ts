/** VM-015: two NICs of one VM on one segment: the guest answers ARP on either. */
import { text } from '../../cluster/text';
import type { VnicView } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { segments } from '../facts/segments';
import { fault } from '../finding';
import type { Rule } from '../model';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';
import { changesMappings } from '../facts/changesReach';

const id = 'VM-015';

/** Of a VM's few NICs, are two on one segment? Asked of every VM, so nothing is made for it. */
const sharesSegment = (byNad: ReadonlyMap<string, string>, vnics: readonly VnicView[]): boolean => {
  let isFirst = true;
  for (const vnic of vnics) {
    const segment = isFirst || vnic.nadKey === undefined ? undefined : byNad.get(vnic.nadKey);
    isFirst = false;
    if (segment === undefined) continue;
    for (const other of vnics) {
      if (other === vnic) break;
      if (other.nadKey !== undefined && byNad.get(other.nadKey) === segment) return true;
    }
  }
  return false;
};

export const VM_015: Rule = {
  id,
  title: text('Two NICs of one VM are on the same L2'),
  severity: 'info',
  tier: 'S',
  reads: ['vms', 'nads'],
  consults: ['nodeStates', 'vmis'],
  heeds: { nodeStates: changesMappings },
  source: 'Linux ARP flux (arp_ignore, arp_announce)',
  check: (context) => {
    const { graph } = context;
    const byNad = segments(graph);
    return judgeEach(context, id, VMS, (vm) => {
      if (vm.vnics.length < 2 || !sharesSegment(byNad, vm.vnics)) return undefined;
      const bySegment = new Map<string, VnicView[]>();
      for (const vnic of vm.vnics) {
        const segment = vnic.nadKey === undefined ? undefined : byNad.get(vnic.nadKey);
        if (segment === undefined) continue;
        const vnics = bySegment.get(segment);
        if (vnics === undefined) bySegment.set(segment, [vnic]);
        else vnics.push(vnic);
      }
      return [...bySegment.values()].flatMap((vnics) => {
        const sorted = [...vnics].sort((a, b) => (a.id < b.id ? -1 : 1));
        const last = sorted.at(-1);
        if (last === undefined || sorted.length < 2) return [];
        return fault({
          severity: 'info',
          subject: last.id,
          related: [...sorted.map((vnic) => vnic.id), vm.id],
          message: text('The NICs {{nics}} of {{vm}} are on the same L2 segment.', {
            nics: nameList(sorted.map((vnic) => vnic.name)),
            vm: vm.key,
          }),
          symptom: text('Answers may leave by the other NIC (ARP flux).'),
          fix: text('Use one NIC, or set arp_ignore and arp_announce in the guest.'),
        });
      });
    });
  },
};
