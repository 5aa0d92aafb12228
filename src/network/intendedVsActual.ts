/**
 * What policies and VM templates want, next to what is there, field by field. Only what a policy
 * states is compared: nmstate documents are partial edits. Source: domain reference A.1.3, A.3,
 * A.7.2, B.4, NNCP-016.
 */
import type { BridgePort, InterfaceRecord, IpStack } from '../cluster/interfaceRecord';
import type { EntityKind } from './model';
import { wishesOf } from './node/wishes';
import type { Wish } from './node/wishes';
import { whyNoMappings, whyNoState } from './nodeEvidence';
import type { NetworkGraph, NodeView, VnicView } from './networkGraph';
import type { Text } from '../cluster/text';

/** `same`, `different`, `missing` (wanted and not there), `extra` (there, wanted gone), `unknown`. */
export type Agreement = 'same' | 'different' | 'missing' | 'extra' | 'unknown';

export interface FieldComparison {
  /** The field's own name, as in the document: `mtu`, `port`, `ports.ens224.vlan` ... */
  readonly field: string;
  readonly intended: string;
  /** Undefined where it is not there or not known. */
  readonly actual?: string;
  readonly agreement: Agreement;
}

export interface Comparison {
  /** Entity that is compared. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Policy that wants it; '' for a VM template. */
  readonly policy: string;
  /** The worst of the fields; `missing` and `extra` of the whole thing. */
  readonly agreement: Agreement;
  /** Why it is unknown, where it is. */
  readonly reason?: Text;
  readonly fields: readonly FieldComparison[];
}

const ORDER: readonly Agreement[] = ['same', 'unknown', 'extra', 'different', 'missing'];

const worstOf = (fields: readonly FieldComparison[]): Agreement => {
  let worst: Agreement = 'same';
  for (const { agreement } of fields) {
    if (ORDER.indexOf(agreement) > ORDER.indexOf(worst)) worst = agreement;
  }
  return worst;
};

/** Compares one stated field; a field that is not stated is not compared. */
const field = (
  name: string,
  intended: string | number | boolean | undefined,
  actual: string | number | boolean | undefined,
): readonly FieldComparison[] => {
  if (intended === undefined || intended === '') return [];
  const wanted = String(intended);
  if (actual === undefined) return [{ field: name, intended: wanted, agreement: 'missing' }];
  const is = String(actual);
  const agreement = wanted === is ? 'same' : 'different';
  return [{ field: name, intended: wanted, actual: is, agreement }];
};

const listText = (names: readonly string[]): string => [...names].sort().join(', ');

const vlanText = (port: BridgePort): string | undefined => {
  const vlan = port.vlan;
  if (vlan === undefined) return undefined;
  const tags = vlan.trunkTags.map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`));
  const native = vlan.enableNative ? ['native'] : [];
  return [vlan.mode, vlan.tag ?? '', ...native, ...tags].filter((part) => part !== '').join(' ');
};

/** Ports towards the wire that nobody listed: a stated list of ports is the whole list. */
const extraPorts = (
  wanted: readonly BridgePort[],
  uplinks: readonly BridgePort[],
): readonly FieldComparison[] =>
  uplinks
    .filter(({ name }) => !wanted.some((port) => port.name === name))
    .map(({ name }) => ({
      field: `port ${name}`,
      intended: '-',
      actual: 'present',
      agreement: 'extra',
    }));

const portFields = (
  wanted: InterfaceRecord,
  actual: InterfaceRecord | undefined,
  uplinks: readonly BridgePort[],
): readonly FieldComparison[] => {
  const bridge = wanted.bridge;
  if (bridge?.portsStated !== true) return [];
  const has = new Map(actual?.bridge?.ports.map((port) => [port.name, port]));
  const stated = bridge.ports.flatMap((port) => {
    const own = has.get(port.name);
    const present = field(
      `port ${port.name}`,
      'present',
      own === undefined ? undefined : 'present',
    );
    if (own === undefined) return present;
    const vlan = port.vlan === undefined || port.vlan.empty ? undefined : vlanText(port);
    return [
      ...present,
      ...field(`port ${port.name} vlan`, vlan, vlanText(own) ?? '-'),
      ...bondFields(`port ${port.name} `, port.bond, own.bond),
    ];
  });
  return [...stated, ...extraPorts(bridge.ports, uplinks)];
};

const bondFields = (
  prefix: string,
  wanted: InterfaceRecord['bond'],
  actual: InterfaceRecord['bond'],
): readonly FieldComparison[] => {
  if (wanted === undefined) return [];
  return [
    ...field(`${prefix}mode`, wanted.mode, actual?.mode),
    ...field(`${prefix}members`, listText(wanted.members), actual && listText(actual.members)),
  ];
};

const isLinkLocal = (ip: string): boolean => /^fe[89ab]/i.test(ip);

/** Addresses that somebody gave the interface: IPv6 makes its link-local one by itself. */
const addressesOf = (stack: IpStack | undefined): readonly string[] =>
  (stack?.addresses ?? [])
    .filter(({ ip }) => !isLinkLocal(ip))
    .map(({ ip, prefix }) => `${ip}/${prefix}`);

/** A stated list of addresses is the whole list; without one whatever is there is fine. */
const stackFields = (
  name: string,
  wanted: IpStack | undefined,
  actual: IpStack | undefined,
): readonly FieldComparison[] => {
  if (wanted === undefined) return [];
  const enabled = field(`${name}.enabled`, wanted.enabled, actual?.enabled ?? false);
  if (!wanted.enabled || actual?.enabled !== true) return enabled;
  if (wanted.dhcp) return [...enabled, ...field(`${name}.dhcp`, true, actual.dhcp)];
  const addresses = listText(addressesOf(wanted));
  return [...enabled, ...field(`${name}.address`, addresses, listText(addressesOf(actual)) || '-')];
};

/** Fields of an interface that both documents model. */
const interfaceFields = (
  wanted: InterfaceRecord,
  actual: InterfaceRecord | undefined,
  uplinks: readonly BridgePort[],
): readonly FieldComparison[] => [
  ...field('state', wanted.state, actual?.state),
  ...field('mtu', wanted.mtu, actual?.mtu),
  ...field('vlan.base-iface', wanted.vlan?.base, actual?.vlan?.base),
  ...field('vlan.id', wanted.vlan?.id, actual?.vlan?.id),
  ...bondFields('', wanted.bond, actual?.bond),
  ...field('bridge.options.stp', wanted.bridge?.stp, actual?.bridge?.stp),
  ...field(
    'bridge.options.mcast-snooping',
    wanted.bridge?.mcastSnooping,
    actual?.bridge?.mcastSnooping,
  ),
  ...field('lldp.enabled', wanted.lldp?.enabled, actual?.lldp?.enabled),
  ...stackFields('ipv4', wanted.ipv4, actual?.ipv4),
  ...stackFields('ipv6', wanted.ipv6, actual?.ipv6),
  ...portFields(wanted, actual, uplinks),
];

const actualOf = (view: NodeView, wanted: InterfaceRecord): InterfaceRecord | undefined =>
  wanted.type === ''
    ? view.byName.get(wanted.name)
    : view.byTypeAndName.get(`${wanted.type} ${wanted.name}`);

const ovsBond = (view: NodeView, name: string): BridgePort | undefined => {
  for (const bridge of view.bridges.values()) {
    const port = bridge.record.bridge?.ports.find((p) => p.name === name && p.bond !== undefined);
    if (port !== undefined) return port;
  }
  return undefined;
};

const withState = (wish: Wish, exists: boolean, fields: readonly FieldComparison[]): Comparison => {
  const base = { id: wish.id, kind: wish.kind, name: wish.name, policy: wish.policy.meta.name };
  if (wish.absent) return { ...base, agreement: exists ? 'extra' : 'same', fields: [] };
  return { ...base, agreement: exists ? worstOf(fields) : 'missing', fields };
};

const compareWish = (graph: NetworkGraph, view: NodeView, wish: Wish): Comparison => {
  const isMapping = wish.kind === 'mapping';
  const why = isMapping
    ? whyNoMappings(graph.snapshot, view, view.name)
    : whyNoState(graph.snapshot, view, view.name);
  if (why !== undefined) {
    return { ...withState(wish, false, []), agreement: 'unknown', reason: why };
  }
  if (isMapping) {
    const bridge = view.mappings?.get(wish.name);
    return withState(wish, bridge !== undefined, field('bridge', wish.bridge, bridge));
  }
  if (wish.members !== undefined) {
    const port = ovsBond(view, wish.name);
    const wanted = wish.document.interfaces
      .flatMap((i) => i.bridge?.ports ?? [])
      .find((p) => p.name === wish.name)?.bond;
    return withState(wish, port !== undefined, bondFields('', wanted, port?.bond));
  }
  if (wish.record === undefined) return withState(wish, view.byName.has(wish.name), []);
  const actual = actualOf(view, wish.record);
  const bridge = view.bridges.get(wish.name);
  const uplinks = bridge !== undefined && bridge.record === actual ? bridge.uplinks : [];
  return withState(wish, actual !== undefined, interfaceFields(wish.record, actual, uplinks));
};

/** Everything the policies of a node want, compared; two policies give two comparisons. */
export const compareNode = (graph: NetworkGraph, node: string): readonly Comparison[] => {
  const view = graph.nodes.get(node);
  return view === undefined ? [] : wishesOf(view).map((wish) => compareWish(graph, view, wish));
};

const nadWord = (network: VnicView['network']): string | undefined => {
  if (network === undefined) return undefined;
  return network.source.type === 'multus' ? network.source.networkName : network.source.type;
};

const bindingWord = (nic: VnicView['nic']): string | undefined => nic && (nic.binding || 'bridge');

/** One VM NIC, template against running instance; undefined when there is no instance. */
export const compareVnic = (vnic: VnicView): Comparison | undefined => {
  const { vm, vmi, instanceNic } = vnic;
  if (vmi === undefined) return undefined;
  const wanted = vm?.networking.interfaces.find((nic) => nic.name === vnic.name);
  const base = { id: vnic.id, kind: 'vnic' as const, name: vnic.name, policy: '' };
  if (vm !== undefined && wanted === undefined) return { ...base, agreement: 'extra', fields: [] };
  if (vm === undefined || wanted === undefined) return undefined;
  if (wanted.state === 'absent') {
    const agreement = instanceNic === undefined ? 'same' : 'extra';
    return { ...base, agreement, fields: [] };
  }
  if (instanceNic === undefined) return { ...base, agreement: 'missing', fields: [] };
  const wantedNetwork = vm.networking.networks.find((network) => network.name === vnic.name);
  const fields = [
    ...field('network', nadWord(wantedNetwork), nadWord(vnic.instanceNetwork)),
    ...field('binding', bindingWord(wanted), bindingWord(instanceNic)),
    ...field('model', wanted.model, instanceNic.model || 'virtio'),
    ...field('macAddress', wanted.mac, instanceNic.mac ?? vnic.status?.mac),
    ...field('state', wanted.state, instanceNic.state || 'up'),
  ];
  return { ...base, agreement: worstOf(fields), fields };
};
