/**
 * The console's own navigation, as far as the plugin's place in it needs it: the sections of both
 * perspectives and the items that the plugin's `insertAfter` names. Ids are those of the console and of
 * the networking, nmstate and kubevirt plugins.
 */
import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import { resourceListPath } from '../provided/resourcePath';

export interface NavEntry {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly startsWith?: readonly string[];
  readonly insertBefore?: string | readonly string[];
  readonly insertAfter?: string | readonly string[];
  readonly dataAttributes?: Readonly<Record<string, string>>;
}

export interface NavSectionEntry {
  readonly id: string;
  readonly name: string;
  readonly items: readonly NavEntry[];
}

function item(
  id: string,
  name: string,
  gvk: K8sGroupVersionKind,
  scope: 'cluster' | 'all-namespaces',
): NavEntry {
  return { id, name, href: resourceListPath(gvk, scope) };
}

const vm = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };
const vmi = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachineInstance' };
const nad = { group: 'k8s.cni.cncf.io', version: 'v1', kind: 'NetworkAttachmentDefinition' };
const udn = { group: 'k8s.ovn.org', version: 'v1', kind: 'UserDefinedNetwork' };
const cudn = { group: 'k8s.ovn.org', version: 'v1', kind: 'ClusterUserDefinedNetwork' };
const nncp = { group: 'nmstate.io', version: 'v1', kind: 'NodeNetworkConfigurationPolicy' };
const nns = { group: 'nmstate.io', version: 'v1beta1', kind: 'NodeNetworkState' };

function virtualMachines(suffix: string): NavEntry[] {
  return [
    item(`virtualmachines${suffix}`, 'VirtualMachines', vm, 'all-namespaces'),
    item(`vmis${suffix}`, 'VirtualMachineInstances', vmi, 'all-namespaces'),
  ];
}

function networks(suffix: string): NavEntry[] {
  return [
    item(
      `networkattachmentdefinitions${suffix}`,
      'NetworkAttachmentDefinitions',
      nad,
      'all-namespaces',
    ),
    item(`udns${suffix}`, 'UserDefinedNetworks', udn, 'all-namespaces'),
    item(`cudns${suffix}`, 'ClusterUserDefinedNetworks', cudn, 'cluster'),
    item(`nodenetworkconfigurationpolicy${suffix}`, 'Node network policies', nncp, 'cluster'),
    item(`node-network-configuration${suffix}`, 'Node network states', nns, 'cluster'),
  ];
}

/** Sections per perspective, in their order. */
export const hostNavSections: Readonly<Record<string, readonly NavSectionEntry[]>> = {
  admin: [
    {
      id: 'home',
      name: 'Home',
      items: [
        item('namespaces', 'Namespaces', { version: 'v1', kind: 'Namespace' }, 'cluster'),
        item('events', 'Events', { version: 'v1', kind: 'Event' }, 'all-namespaces'),
      ],
    },
    {
      id: 'workloads',
      name: 'Workloads',
      items: [item('pods', 'Pods', { version: 'v1', kind: 'Pod' }, 'all-namespaces')],
    },
    { id: 'virtualization', name: 'Virtualization', items: virtualMachines('') },
    { id: 'networking', name: 'Networking', items: networks('') },
    {
      id: 'compute',
      name: 'Compute',
      items: [item('nodes', 'Nodes', { version: 'v1', kind: 'Node' }, 'cluster')],
    },
  ],
  'virtualization-perspective': [
    {
      id: 'virtualization-virt-perspective',
      name: 'Virtualization',
      items: virtualMachines('-virt-perspective'),
    },
    {
      id: 'networking-virt-perspective',
      name: 'Networking',
      items: networks('-virt-perspective'),
    },
  ],
};
