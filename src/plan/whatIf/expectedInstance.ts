/**
 * The running instance of a VM as it should read after the change: every NIC of the template that it does not
 * have yet, attached, those that the template gives another network moved, and those that it has no more
 * unplugged. A VM that needs a restart keeps what it has.
 */
import { localnetPatchPort } from '../../cluster/ovnNames';
import { readInterface } from '../../cluster/readInterface';
import type { Snapshot } from '../../cluster/snapshot';
import type { NetworkSpec } from '../../cluster/vmRecord';
import { withRecord } from './declaredSnapshot';

export const expectedInstance = (snapshot: Snapshot, key: string): Snapshot => {
  const vm = snapshot.vms.items.get(key);
  const vmi = snapshot.vmis.items.get(key);
  if (vm === undefined || vmi === undefined) return snapshot;
  const migratable = vmi.conditions.find(({ type }) => type === 'LiveMigratable');
  if (migratable?.status === 'False') return snapshot;
  const has = new Set(vmi.networking.interfaces.map(({ name }) => name));
  const wanted = new Map(vm.networking.networks.map((network) => [network.name, network]));
  const leaving = new Set(
    vm.networking.interfaces.filter(({ state }) => state === 'absent').map(({ name }) => name),
  );
  const stays = ({ name }: { readonly name: string }): boolean =>
    wanted.has(name) && !leaving.has(name);
  const interfaces = vm.networking.interfaces.filter(({ name }) => !has.has(name));
  const networks = vm.networking.networks.filter(({ name }) => !has.has(name));
  const kept = vmi.networking.networks.filter(stays).map((one) => wanted.get(one.name) ?? one);
  const attached = interfaces.map(({ name }) => ({
    name,
    mac: '',
    ips: [],
    sources: ['domain', 'multus-status'],
    guestName: '',
    podInterfaceName: '',
    linkState: 'up',
  }));
  const plumbed = [...kept, ...networks].reduce(
    (result, network) => withPatchPort(result, network, vmi.node),
    snapshot,
  );
  return withRecord(plumbed, {
    key: 'vmis',
    record: {
      ...vmi,
      networking: {
        ...vmi.networking,
        interfaces: [...vmi.networking.interfaces.filter(stays), ...interfaces],
        networks: [...kept, ...networks],
      },
      interfaces: [
        ...vmi.interfaces.filter(({ name }) => name === '' || stays({ name })),
        ...attached,
      ],
    },
  });
};

/** ovn-controller plumbs a localnet on the node of its first VM; NodeNetworkState shows the port. */
const withPatchPort = (snapshot: Snapshot, { source }: NetworkSpec, node: string): Snapshot => {
  const state = snapshot.nodeStates.items.get(node);
  if (state === undefined || source.type !== 'multus') return snapshot;
  const config = snapshot.nads.items.get(source.nadKey)?.config;
  if (config === undefined || !('plugin' in config) || config.plugin.family !== 'ovn') {
    return snapshot;
  }
  const localnet = config.plugin.physicalNetworkName || config.name;
  const bridge = state.mappings?.find((mapping) => mapping.localnet === localnet)?.bridge;
  const name = localnetPatchPort(config.name);
  const port = readInterface({ name, type: 'ovs-interface', state: 'up', controller: bridge });
  if (config.plugin.topology !== 'localnet' || bridge === undefined || port === undefined) {
    return snapshot;
  }
  if (state.interfaces.some((entry) => entry.name === name)) return snapshot;
  const interfaces = [...state.interfaces, port];
  return withRecord(snapshot, { key: 'nodeStates', record: { ...state, interfaces } });
};
