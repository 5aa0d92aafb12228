/**
 * Interfaces as NodeNetworkState lists them, for `nns` in makeCluster: one line in a test gives
 * the entries that nmstate would show. Shapes follow nmstate's own output: a bridge and its
 * internal port are two entries of one name, patch ports are `ignore`, br-int has no bridge
 * entry.
 */
export type Json = Record<string, unknown>;

export interface NicOptions {
  readonly name: string;
  readonly state?: 'up' | 'down';
  /** Bytes; 1500 unless said. */
  readonly mtu?: number;
  /** Mbit/s; 10000 unless said, null for a NIC without link. */
  readonly speed?: number | null;
  readonly mac?: string;
  readonly controller?: string;
  readonly ip?: string;
  /** Switch port seen by LLDP; without it LLDP is off. */
  readonly lldp?: LldpOptions;
}

export interface LldpOptions {
  readonly chassis?: string;
  readonly port: string;
  readonly system?: string;
  /** Undefined: the switch advertises no VLAN list. */
  readonly vlans?: readonly number[];
  readonly maxFrame?: number;
}

export interface BridgeOptions {
  readonly name: string;
  /** Uplinks: a name, or the port entry itself (with `vlan` or `link-aggregation`). */
  readonly ports: readonly (string | Json)[];
  readonly linux?: boolean;
  readonly state?: 'up' | 'down';
  readonly stp?: boolean;
  readonly mcastSnooping?: boolean;
  /** OVS only: an internal port and interface of the bridge's name; true unless said. */
  readonly internal?: boolean;
  /** OVN networks plumbed here: their localnet patch ports exist. */
  readonly live?: readonly string[];
  readonly mtu?: number;
}

/** A MAC that is the same for the same text in every run. */
export const macOf = (text: string): string => {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + char.charCodeAt(0)) % 0xffffffff;
  const digits = hash.toString(16).padStart(8, '0');
  return `02:00:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}:${digits.slice(6)}`;
};

const tlvs = (lldp: LldpOptions): Json[] => [
  { type: 1, 'chassis-id': lldp.chassis ?? '00:1c:73:00:00:01', 'chassis-id-type': 4 },
  { type: 2, 'port-id': lldp.port, 'port-id-type': 5 },
  { type: 5, 'system-name': lldp.system ?? 'tor-1' },
  ...(lldp.vlans === undefined
    ? []
    : [
        {
          type: 127,
          oui: '00:80:c2',
          subtype: 3,
          'ieee-802-1-vlans': lldp.vlans.map((vid) => ({ name: `vlan-${vid}`, vid })),
        },
      ]),
  ...(lldp.maxFrame === undefined
    ? []
    : [{ type: 127, oui: '00:12:0f', subtype: 4, 'ieee-802-3-max-frame-size': lldp.maxFrame }]),
];

const addresses = (ip: string | undefined): Json =>
  ip === undefined
    ? { enabled: false }
    : {
        enabled: true,
        dhcp: false,
        address: [{ ip: ip.split('/')[0], 'prefix-length': Number(ip.split('/')[1] ?? 24) }],
      };

/** A physical NIC. */
export const nicEntry = (node: string, options: NicOptions): Json => ({
  name: options.name,
  type: 'ethernet',
  state: options.state ?? 'up',
  mtu: options.mtu ?? 1500,
  'mac-address': options.mac ?? macOf(`${node}/${options.name}`),
  'permanent-mac-address': options.mac ?? macOf(`${node}/${options.name}`),
  ...(options.controller === undefined ? {} : { controller: options.controller }),
  ethernet: {
    'auto-negotiation': true,
    duplex: 'full',
    ...(options.speed === null || options.state === 'down'
      ? {}
      : { speed: options.speed ?? 10000 }),
  },
  ipv4: addresses(options.ip),
  ipv6: { enabled: false },
  lldp:
    options.lldp === undefined
      ? { enabled: false }
      : { enabled: true, neighbors: [tlvs(options.lldp)] },
});

/** A kernel bond. */
export const bondEntry = (
  name: string,
  members: readonly string[],
  extra: Json & { readonly mode?: string } = {},
): Json => {
  const { mode, ...rest } = extra;
  return {
    name,
    type: 'bond',
    state: 'up',
    mtu: 1500,
    'link-aggregation': { mode: mode ?? 'active-backup', port: members },
    ipv4: { enabled: false },
    ipv6: { enabled: false },
    ...rest,
  };
};

/** A VLAN interface. */
export const vlanEntry = (name: string, base: string, id: number, extra: Json = {}): Json => ({
  name,
  type: 'vlan',
  state: 'up',
  mtu: 1500,
  vlan: { 'base-iface': base, id, protocol: '802.1q' },
  ipv4: { enabled: false },
  ipv6: { enabled: false },
  ...extra,
});

/** An OVS internal interface. */
export const internalEntry = (name: string, bridge: string, ip?: string): Json => ({
  name,
  type: 'ovs-interface',
  state: 'up',
  mtu: 1500,
  controller: bridge,
  ipv4: addresses(ip),
  ipv6: { enabled: false },
});

/** One end of a patch between a bridge and br-int. */
export const patchEntry = (name: string, bridge: string, peer: string): Json => ({
  name,
  type: 'ovs-interface',
  state: 'ignore',
  controller: bridge,
  patch: { peer },
});

const linuxBridge = (options: BridgeOptions, ports: readonly Json[]): Json[] => [
  {
    name: options.name,
    type: 'linux-bridge',
    state: options.state ?? 'up',
    mtu: options.mtu ?? 1500,
    bridge: {
      options: { stp: { enabled: options.stp ?? false }, 'multicast-snooping': true },
      port: ports,
    },
    ipv4: { enabled: false },
    ipv6: { enabled: false },
  },
];

const patchPair = (bridge: string, network: string): readonly [Json, Json] => {
  const port = `${network.replace(/[-/]/g, '.')}_ovn_localnet_port`;
  const here = `patch-${port}-to-br-int`;
  const there = `patch-br-int-to-${port}`;
  return [patchEntry(here, bridge, there), patchEntry(there, 'br-int', here)];
};

/** A bridge with everything that nmstate lists because of it. */
export const bridgeEntries = (options: BridgeOptions): Json[] => {
  const ports = options.ports.map((port) => (typeof port === 'string' ? { name: port } : port));
  if (options.linux === true) return linuxBridge(options, ports);
  const internal = options.internal ?? true;
  const patches = (options.live ?? []).map((network) => patchPair(options.name, network));
  return [
    {
      name: options.name,
      type: 'ovs-bridge',
      state: options.state ?? 'up',
      bridge: {
        options: {
          stp: options.stp ?? false,
          rstp: false,
          'mcast-snooping-enable': options.mcastSnooping ?? true,
        },
        port: [
          ...ports,
          ...(internal ? [{ name: options.name }] : []),
          ...patches.map(([here]) => ({ name: here.name })),
        ],
      },
    },
    ...(internal ? [internalEntry(options.name, options.name)] : []),
    ...patches.flat(),
  ];
};
