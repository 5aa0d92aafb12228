/**
 * Names OVN-Kubernetes gives to what it makes for a network.
 * Source: ovn-kubernetes go-controller/pkg/types/const.go, pkg/util/multi_network.go.
 */

/** Network name as OVN uses it in object names: `-` and `/` become `.`. */
export function ovnScope(network: string): string {
  return network.replace(/[-/]/g, '.');
}

/** The two ends of the patch between br-int and the bridge a localnet network is mapped to. */
export function localnetPatchPorts(network: string): { onBridge: string; onIntegration: string } {
  const port = `${ovnScope(network)}_ovn_localnet_port`;
  return { onBridge: `patch-${port}-to-br-int`, onIntegration: `patch-br-int-to-${port}` };
}

/** The two ends of the default gateway's patch between br-ex and br-int on a node. */
export function gatewayPatchPorts(node: string): { onBridge: string; onIntegration: string } {
  return {
    onBridge: `patch-br-ex_${node}-to-br-int`,
    onIntegration: `patch-br-int-to-br-ex_${node}`,
  };
}
