/**
 * Names that OVN-Kubernetes gives to things, and the names it reserves. A network's name goes
 * into them with `-` and `/` replaced by `.`, so two names may collide.
 * Source: OVN-Kubernetes go-controller/pkg/types/const.go, pkg/util/multi_network.go
 * GetUserDefinedNetworkPrefix; domain reference A.9, A.3.2.
 */
import { Shared, sharedName } from './shared';

export const BR_EX = 'br-ex';
export const BR_INT = 'br-int';
/** The mapping that ovnkube-node writes on every node, always to br-ex. */
export const PHYSNET = 'physnet';
export const DEFAULT_JOIN_SUBNET = '100.64.0.0/16';
export const DEFAULT_TRANSIT_SUBNET = '100.88.0.0/16';

/** The network's name as it stands inside OVN names; equal for names that collide. */
export const ovnName = (networkName: string): string =>
  networkName.replaceAll('-', '.').replaceAll('/', '.');

/** What OVN objects of the network start with. */
export const scopePrefix = (networkName: string): string => `${ovnName(networkName)}_`;

export const localnetSwitchName = (networkName: string): string =>
  `${scopePrefix(networkName)}ovn_localnet_switch`;

export const localnetPortName = (networkName: string): string =>
  `${scopePrefix(networkName)}ovn_localnet_port`;

export const layer2SwitchName = (networkName: string): string =>
  `${scopePrefix(networkName)}ovn_layer2_switch`;

/** On the mapped bridge: proof that the localnet network is plumbed on the node. */
export const localnetPatchPort = (networkName: string): string => patchPorts.of(networkName);

/** Asked for on every node, and looked up among its interfaces: put together once. */
const patchPorts = new Shared((network) =>
  sharedName(`patch-${localnetPortName(network)}-to-${BR_INT}`),
);

export const gatewayRouterName = (node: string): string => `GR_${node}`;
export const externalSwitchName = (node: string): string => `ext_${node}`;
