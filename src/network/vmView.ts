/**
 * A VM with its NICs: what the template wants joined with what the running instance has. The
 * NAD of a NIC is looked up in the VM's own namespace unless the name says another one; there is
 * no fallback to `default` (kubevirt pkg/network/multus/nad.go; domain reference A.7, B.2).
 */
import { resolveNad } from '../cluster/resolveNad';
import type {
  NetworkSpec,
  NicSpec,
  VmNetworking,
  VmRecord,
  VmiInterfaceStatus,
  VmiRecord,
} from '../cluster/vmRecord';
import type { VmView, VnicView } from './networkGraph';

const FINAL_PHASES = new Set(['Succeeded', 'Failed']);

const nicByName = (of: VmNetworking | undefined, name: string): NicSpec | undefined =>
  of?.interfaces.find((nic) => nic.name === name);

const networkByName = (of: VmNetworking | undefined, name: string): NetworkSpec | undefined =>
  of?.networks.find((network) => network.name === name);

const nadKeyOf = (namespace: string, network: NetworkSpec | undefined): string | undefined =>
  network?.source.type === 'multus' ? resolveNad(namespace, network.source.networkName) : undefined;

/** Names of the NICs in the template's order, then those that only the instance has. */
const nicNames = (vm: VmRecord | undefined, vmi: VmiRecord | undefined): readonly string[] => {
  const names = new Set<string>();
  for (const nic of vm?.networking.interfaces ?? []) names.add(nic.name);
  for (const nic of vmi?.networking.interfaces ?? []) names.add(nic.name);
  names.delete('');
  return [...names];
};

const vnicViewOf = (
  namespace: string,
  vmName: string,
  name: string,
  vm: VmRecord | undefined,
  vmi: VmiRecord | undefined,
): VnicView => {
  const instanceNic = nicByName(vmi?.networking, name);
  const instanceNetwork = networkByName(vmi?.networking, name);
  const nic = nicByName(vm?.networking, name) ?? instanceNic;
  const network = networkByName(vm?.networking, name) ?? instanceNetwork;
  const nadKey = nadKeyOf(namespace, network);
  const instanceNadKey = nadKeyOf(namespace, instanceNetwork);
  const status: VmiInterfaceStatus | undefined = vmi?.interfaces.find((i) => i.name === name);
  const key = `${namespace}/${vmName}/${name}`;
  return {
    key,
    id: `vnic/${key}`,
    namespace,
    vmName,
    name,
    vm,
    vmi,
    nic,
    network,
    instanceNic,
    instanceNetwork,
    status,
    nadKey,
    instanceNadKey: instanceNadKey === nadKey ? undefined : instanceNadKey,
  };
};

const nodesOf = (vmi: VmiRecord | undefined, node: string): readonly string[] => {
  const migration = vmi?.migration;
  const target = migration?.completed === false && !migration.failed ? migration.targetNode : '';
  const nodes = node === '' ? [] : [node];
  return target === '' || target === node ? nodes : [...nodes, target];
};

/** Joins a VM and its instance; at least one of the two is given. `key` is `namespace/name`. */
export const vmViewOf = (
  key: string,
  vm: VmRecord | undefined,
  vmi: VmiRecord | undefined,
): VmView => {
  const meta = (vm ?? vmi)?.meta;
  const namespace = meta?.namespace ?? '';
  const name = meta?.name ?? '';
  const node = vmi === undefined || FINAL_PHASES.has(vmi.phase) ? '' : vmi.node;
  return {
    key,
    id: `vm/${key}`,
    namespace,
    name,
    vm,
    vmi,
    vnics: nicNames(vm, vmi).map((nic) => vnicViewOf(namespace, name, nic, vm, vmi)),
    node,
    nodes: nodesOf(vmi, node),
  };
};
