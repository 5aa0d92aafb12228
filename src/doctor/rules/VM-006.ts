/**
 * VM-006: OVN localnet and macspoofchk let only the MAC address of the VM NIC pass. A guest that
 * speaks with another one is cut off.
 */
import { text } from '../../cluster/text';
import type { VmiInterfaceStatus } from '../../cluster/vmRecord';
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { perGraph } from '../facts/perGraph';
import { nameList } from '../facts/nameList';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { asBridge, asOvn, nadKey, ovnNads } from '../nadFacts';
import { isRunning, nadOfVnic, sameCase } from '../vmFacts';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-006';

/** Interfaces that guests make for themselves and that never reach the wire as they are. */
const GUEST_OWN = /^(lo|docker0|virbr.*|cni.*|flannel.*|veth.*|br-.*|podman.*|tap.*)$/;

const isChecked = (graph: NetworkGraph, vnic: VnicView): boolean => {
  const nad = nadOfVnic(graph, vnic);
  if (nad === undefined) return false;
  return asOvn(nad) !== undefined || asBridge(nad)?.plugin.macspoofchk === true;
};

const localnetNads = perGraph(
  (graph): ReadonlySet<string> =>
    new Set(
      ovnNads(graph)
        .filter(({ plugin }) => plugin.topology === 'localnet')
        .map(({ nad }) => nadKey(nad)),
    ),
  { of: ['nads'] },
);

/** The address in the guest is not the one of the spec. */
const isChanged = (graph: NetworkGraph, vnic: VnicView): boolean => {
  const { status } = vnic;
  if (vnic.nadKey === undefined) return false;
  const wanted = vnic.instanceNic?.mac ?? vnic.nic?.mac;
  if (status === undefined || wanted === undefined || status.mac === '') return false;
  if (status.mac === wanted || sameCase(status.mac) === sameCase(wanted)) return false;
  if (status.guestName === '' || !status.sources.includes('guest-agent')) return false;
  return isChecked(graph, vnic);
};

const hasAgent = ({ vmi }: VmView): boolean =>
  vmi?.interfaces.some(({ sources }) => sources.includes('guest-agent')) === true;

const NO_NICS: readonly VnicView[] = [];
const NO_STRANGERS: readonly VmiInterfaceStatus[] = [];

/** Interfaces that only the guest knows, with an address of their own. */
const strangers = (vm: VmView): readonly VmiInterfaceStatus[] => {
  if (!vm.vmi?.interfaces.some(({ name }) => name === '')) return NO_STRANGERS;
  const own = new Set<string>();
  for (const vnic of vm.vnics) {
    for (const mac of [vnic.nic?.mac, vnic.instanceNic?.mac, vnic.status?.mac]) {
      if (mac !== undefined) own.add(sameCase(mac));
    }
  }
  return vm.vmi.interfaces.filter(
    ({ name, mac, guestName, sources }) =>
      name === '' &&
      mac !== '' &&
      !/^00(:00)+$/.test(mac) &&
      !own.has(sameCase(mac)) &&
      !GUEST_OWN.test(guestName) &&
      (sources.length === 0 || sources.includes('guest-agent')),
  );
};

const judgeVm = (
  graph: NetworkGraph,
  vm: VmView,
  localnets: ReadonlySet<string>,
): Judgement | undefined => {
  let isOnLocalnet = false;
  let changed = NO_NICS;
  for (const vnic of vm.vnics) {
    if (vnic.nadKey === undefined) continue;
    isOnLocalnet ||= localnets.has(vnic.nadKey);
    if (isChanged(graph, vnic)) changed = [...changed, vnic];
  }
  const others = isOnLocalnet ? strangers(vm) : NO_STRANGERS;
  if (changed.length > 0 || others.length > 0) {
    const localnetNics = vm.vnics.filter(({ nadKey: key }) => localnets.has(key ?? ''));
    const macs = [
      ...changed.map((vnic) => `${vnic.status?.guestName ?? ''} ${vnic.status?.mac ?? ''}`),
      ...others.map(({ guestName, mac }) => `${guestName} ${mac}`),
    ];
    return fault({
      severity: 'warning',
      subject: vm.id,
      related: (changed.length > 0 ? changed : localnetNics).map((vnic) => vnic.id),
      message: text('The guest of {{vm}} uses MAC addresses that its NICs do not have: {{macs}}.', {
        vm: vm.key,
        macs: nameList(macs),
      }),
      symptom: text('Frames from these addresses are dropped: the MAC spoof check is always on.'),
      fix: text(
        'Let the guest use the address of the NIC; for bridges in the guest use a Linux bridge NAD with macspoofchk false.',
      ),
    });
  }
  return isOnLocalnet && isRunning(vm) && !hasAgent(vm)
    ? unclear(vm.id, text('No guest agent reports the addresses in the guest'))
    : undefined;
};

export const VM_006: Rule = {
  id,
  title: text('Guest uses another MAC address'),
  severity: 'warning',
  tier: 'R',
  reads: ['vmis', 'nads'],
  consults: ['vms'],
  source: 'openshift-docs virt-localnet-limitations-and-alternatives',
  check: (context) => {
    const { graph } = context;
    const localnets = localnetNads(graph);
    return judgeEach(context, id, VMS, (vm) =>
      vm.vmi === undefined ? undefined : judgeVm(graph, vm, localnets),
    );
  },
};
