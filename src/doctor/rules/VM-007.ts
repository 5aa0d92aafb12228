/** VM-007: the template's network part has changed, and the change takes effect at the next start only. */
import type { NetworkSpec, NicSpec, VmNetworking } from '../../cluster/vmRecord';
import { conditionOf } from '../../cluster/readConditions';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { NetworkGraph, VmView } from '../../network/networkGraph';
import { isBefore, kubevirtRelease } from '../facts/release';
import { nameList } from '../facts/nameList';
import { fault } from '../finding';
import type { Rule } from '../model';
import { sameCase } from '../vmFacts';
import { judgeEach } from '../judgeEach';
import { VMS } from '../walk';

const id = 'VM-007';

const sourceKey = (network: NetworkSpec | undefined): string => {
  const source = network?.source;
  return source?.type === 'multus' ? source.networkName : (source?.type ?? '');
};

/** What the template states must hold; what it leaves out, KubeVirt fills in. */
const differs = (wanted: NicSpec, actual: NicSpec): boolean =>
  (wanted.binding !== '' && wanted.binding !== (actual.binding || 'bridge')) ||
  (wanted.model !== '' && actual.model !== '' && wanted.model !== actual.model) ||
  (wanted.mac !== undefined &&
    actual.mac !== undefined &&
    sameCase(wanted.mac) !== sameCase(actual.mac)) ||
  (wanted.state || 'up') !== (actual.state || 'up');

const byName = <T extends { readonly name: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.name, item]));

/** Names of the NICs in which template and instance differ. */
const changedNames = (template: VmNetworking, instance: VmNetworking): readonly string[] => {
  // An empty template gets the pod network from KubeVirt itself.
  if (template.interfaces.length === 0 && template.networks.length === 0) return [];
  const wanted = byName(template.interfaces);
  const actual = byName(instance.interfaces);
  const wantedNetworks = byName(template.networks);
  const actualNetworks = byName(instance.networks);
  return [...new Set([...wanted.keys(), ...actual.keys()])].filter((name) => {
    const want = wanted.get(name);
    const have = actual.get(name);
    if (want === undefined || have === undefined) return want?.state !== 'absent';
    return (
      differs(want, have) ||
      sourceKey(wantedNetworks.get(name)) !== sourceKey(actualNetworks.get(name))
    );
  });
};

const changesOf = ({ vm, vmi }: VmView): readonly string[] =>
  vm === undefined || vmi === undefined ? [] : changedNames(vm.networking, vmi.networking);

const GATE = 'LiveUpdateNADRef';

/** Only the NAD changed: newer releases of KubeVirt take that over while the VM runs (A.7.2). */
const isMove = ({ vm, vmi }: VmView, changed: readonly string[]): boolean =>
  changed.every((name) => {
    const [want, have] = [vm, vmi].map((of) =>
      of?.networking.interfaces.find((nic) => nic.name === name),
    );
    return want !== undefined && have !== undefined && !differs(want, have);
  });

const fixOf = (graph: NetworkGraph, vm: VmView, changed: readonly string[]): Text => {
  const release = kubevirtRelease(graph);
  const [kubevirt] = graph.snapshot.kubevirts.items.values();
  const isTooOld = release !== undefined && isBefore(release, 1, 9);
  return isTooOld && isMove(vm, changed) && kubevirt?.featureGates.includes(GATE) !== true
    ? text('Restart the VM: KubeVirt {{version}} does not move a running NIC to another NAD.', {
        version: release.text,
      })
    : text('Restart the VM.');
};

export const VM_007: Rule = {
  id,
  title: text('Network change waits for a restart'),
  severity: 'warning',
  tier: 'R',
  reads: ['vms', 'vmis'],
  consults: ['kubevirts'],
  source: 'kubevirt pkg/network/vmliveupdate/restart.go',
  check: (context) => {
    const { graph } = context;
    return judgeEach(context, id, VMS, (vm) => {
      if (conditionOf(vm.vm?.conditions ?? [], 'RestartRequired')?.status !== 'True')
        return undefined;
      const changed = changesOf(vm);
      if (changed.length === 0) return undefined;
      return fault({
        severity: 'warning',
        subject: vm.id,
        related: vm.vnics.filter((vnic) => changed.includes(vnic.name)).map((vnic) => vnic.id),
        message: text('The network change of {{vm}} ({{nics}}) waits for a restart.', {
          vm: vm.key,
          nics: nameList(changed),
        }),
        symptom: text('The running VM still has the old network.'),
        fix: fixOf(graph, vm, changed),
      });
    });
  },
};
