/**
 * What an interface looks like right after nmstate has made it, before the wish is merged in: the
 * defaults of its type, as NodeNetworkState reports them.
 * Source: real NodeNetworkState objects; nmstate rust/src/lib/ifaces.
 */
import type { DesiredInterface, NmInterface } from '../nmstateTypes';
import { stableMac } from './stableHash';

const noAddresses = () => ({ ipv4: { enabled: false }, ipv6: { enabled: false } });

type Factory = (name: string, seed: string) => NmInterface;

const ovsBridge: Factory = (name) => ({
  name,
  type: 'ovs-bridge',
  state: 'up',
  bridge: {
    options: {
      datapath: '',
      'fail-mode': '',
      'mcast-snooping-enable': false,
      rstp: false,
      stp: { enabled: false },
    },
    port: [],
  },
  ...noAddresses(),
  lldp: { enabled: false },
  'wait-ip': 'any',
});

const linuxBridge: Factory = (name, seed) => ({
  name,
  type: 'linux-bridge',
  state: 'up',
  bridge: {
    options: {
      'group-forward-mask': 0,
      'hash-max': 4096,
      'mac-ageing-time': 300,
      'multicast-snooping': true,
      stp: {
        enabled: false,
        'forward-delay': 15,
        'hello-time': 2,
        'max-age': 20,
        priority: 32768,
      },
      'vlan-protocol': '802.1q',
    },
    port: [],
  },
  ...noAddresses(),
  'mac-address': stableMac('6A:90:11', seed),
  'max-mtu': 65535,
  'min-mtu': 68,
  mtu: 1500,
  lldp: { enabled: false },
  'wait-ip': 'any',
});

const kernelDevice =
  (type: string, prefix: string): Factory =>
  (name, seed) => ({
    name,
    type,
    state: 'up',
    ...noAddresses(),
    'mac-address': stableMac(prefix, seed),
    'max-mtu': 65535,
    'min-mtu': 68,
    mtu: 1500,
  });

const factories: Record<string, Factory> = {
  'ovs-bridge': ovsBridge,
  'linux-bridge': linuxBridge,
  'ovs-interface': kernelDevice('ovs-interface', '4E:21:7C'),
  bond: kernelDevice('bond', 'B8:59:9F'),
  vlan: kernelDevice('vlan', 'B8:59:9F'),
};

/**
 * @param desired the interface of the policy; only name and type are read
 * @param seed what tells this node from the others, so that MAC addresses differ
 */
export function newInterface(desired: DesiredInterface, seed: string): NmInterface {
  const type = desired.type ?? 'ethernet';
  const make = factories[type] ?? kernelDevice(type, '7A:2E:90');
  return make(desired.name, `${seed}/${desired.name}`);
}
