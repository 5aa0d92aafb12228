/**
 * What a node will report once a document of ours is applied: interfaces of the document made or
 * merged, their ports held, mappings set. For the what-if of the review only; nmstate itself
 * decides. Rules of merging: domain reference B.4.
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import type { NodeStateRecord } from '../../cluster/nodeStateRecord';

const keyOf = ({ type, name }: InterfaceRecord): string => `${type} ${name}`;

export const expectedNodeState = (
  state: NodeStateRecord,
  desired: DesiredState,
): NodeStateRecord => {
  const interfaces = new Map(state.interfaces.map((entry) => [keyOf(entry), entry]));
  for (const wanted of desired.interfaces.map(withPortFilters)) {
    const before = interfaces.get(keyOf(wanted));
    if (wanted.state === 'absent') release(interfaces, wanted);
    else interfaces.set(keyOf(wanted), merged(before, wanted, baseMtu(wanted, interfaces)));
  }
  for (const [port, controller] of controllersOf(desired)) {
    for (const [key, entry] of interfaces) {
      if (entry.name !== port || entry.type === 'ovs-bridge' || entry.name === controller) continue;
      interfaces.set(key, { ...entry, controller, state: 'up' });
    }
  }
  const mappings = new Map((state.mappings ?? []).map((entry) => [entry.localnet, entry]));
  for (const { localnet, bridge, state: wish } of desired.mappings) {
    if (wish === 'absent') mappings.delete(localnet);
    else mappings.set(localnet, { localnet, bridge });
  }
  return {
    ...state,
    interfaces: [...interfaces.values()],
    ...(state.mappings === undefined ? {} : { mappings: [...mappings.values()] }),
  };
};

/** Ports that Open vSwitch made for a bridge go with it; the others are let go. */
const release = (interfaces: Map<string, InterfaceRecord>, gone: InterfaceRecord): void => {
  interfaces.delete(keyOf(gone));
  for (const [key, entry] of interfaces) {
    if (entry.controller !== gone.name) continue;
    if (entry.type === 'ovs-interface') interfaces.delete(key);
    else interfaces.set(key, { ...entry, controller: undefined });
  }
};

const ALL_VLANS = {
  mode: 'trunk',
  enableNative: false,
  trunkTags: [{ min: 2, max: 4094 }],
  empty: false,
} as const;

/** The operator filters VLANs on ports of a Linux bridge that do not say otherwise (A.1.3). */
const withPortFilters = (wanted: InterfaceRecord): InterfaceRecord => {
  if (wanted.type !== 'linux-bridge' || wanted.bridge === undefined) return wanted;
  const ports = wanted.bridge.ports.map(({ vlan, ...port }) => {
    if (vlan === undefined) return { ...port, vlan: ALL_VLANS };
    return vlan.empty ? port : { ...port, vlan };
  });
  return { ...wanted, bridge: { ...wanted.bridge, ports } };
};

/** What the document leaves out stays as it is; a new interface has the MTU of what it is on. */
const merged = (
  before: InterfaceRecord | undefined,
  wanted: InterfaceRecord,
  mtu: number | undefined,
): InterfaceRecord => {
  const { settings: _settings, ...stated } = wanted;
  const known = Object.fromEntries(
    Object.entries<unknown>(stated).filter(([, value]) => value !== undefined),
  );
  return {
    ...(before ?? { ...wanted, ...(mtu === undefined ? {} : { mtu }) }),
    ...known,
  };
};

const DEFAULT_MTU = 1500;

const baseMtu = (
  wanted: InterfaceRecord,
  interfaces: ReadonlyMap<string, InterfaceRecord>,
): number | undefined => {
  if (wanted.type === 'ovs-bridge') return undefined;
  const names = [
    wanted.vlan?.base,
    ...(wanted.bond?.members ?? []),
    ...(wanted.bridge?.ports.map(({ name }) => name) ?? []),
  ];
  const mtus = [...interfaces.values()]
    .filter(({ name }) => names.includes(name))
    .flatMap(({ mtu }) => mtu ?? []);
  return mtus.length === 0 ? DEFAULT_MTU : Math.min(...mtus);
};

const controllersOf = (desired: DesiredState): ReadonlyMap<string, string> => {
  const holders = new Map<string, string>();
  for (const { name, state, bond, bridge } of desired.interfaces) {
    if (state === 'absent') continue;
    for (const member of bond?.members ?? []) holders.set(member, name);
    for (const port of bridge?.ports ?? []) {
      if (port.bond === undefined) holders.set(port.name, name);
      for (const member of port.bond?.members ?? []) holders.set(member, name);
    }
  }
  return holders;
};
