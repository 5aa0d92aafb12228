/**
 * Why the pod of an instance cannot get its network on a node: the CNI errors users meet, quoted
 * from multus (pkg/k8sclient), ovn-kubernetes (pkg/cni/cni.go checkBridgeMapping) and the bridge
 * plugin. A mapping whose bridge is missing is no error: only the key is checked.
 */
import type { FindNad } from '../localAttachments';
import { bridgeOf } from '../localAttachments';
import type { CurrentState } from '../nmstateTypes';
import type { Nad } from '../ovn/ovnTypes';
import { NETWORK_ID } from '../ovn/ovnTypes';
import { physicalName, readOvnConfig } from '../ovn/readOvnConfig';
import { GLOBAL_NAMESPACES, resolveNad } from './nadReference';
import type { Vmi } from './vmTypes';
import { interfacesOf, networksOf } from './vmTypes';

/** @param state of the node; undefined where NMState is not installed, then nothing is known */
export function findSandboxError(
  vmi: Vmi,
  state: CurrentState | undefined,
  findNad: FindNad,
): string | undefined {
  const { namespace = '' } = vmi.metadata;
  const states = new Map(interfacesOf(vmi.spec).map((iface) => [iface.name, iface.state]));
  for (const network of networksOf(vmi.spec)) {
    if (!network.multus || states.get(network.name) === 'absent') continue;
    const key = resolveNad(namespace, network.multus.networkName);
    const nad = findNad(key.namespace, key.name);
    if (!nad) {
      return `cannot find a network-attachment-definition (${key.name}) in namespace (${key.namespace}): network-attachment-definitions.k8s.cni.cncf.io "${key.name}" not found`;
    }
    if (key.namespace !== namespace && !GLOBAL_NAMESPACES.has(key.namespace)) {
      return `namespace isolation enabled, annotation violates permission, pod is in namespace ${namespace} but refers to target namespace ${key.namespace}`;
    }
    const problem = ovnProblem(nad, state) ?? bridgeProblem(nad, state);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function ovnProblem(nad: Nad, state: CurrentState | undefined): string | undefined {
  const reading = readOvnConfig(nad);
  if (reading.kind === 'foreign') return undefined;
  if (reading.kind === 'invalid' || nad.metadata.annotations?.[NETWORK_ID] === undefined) {
    return 'failed to get pod annotation: timed out waiting for annotations: context deadline exceeded';
  }
  const { config } = reading;
  if (config.topology !== 'localnet' || !state?.ovn) return undefined;
  const physical = physicalName(config);
  if (state.ovn['bridge-mappings'].some(({ localnet }) => localnet === physical)) return undefined;
  return `failed bridge mapping validation: failed to find OVN bridge-mapping for network: "${physical}"`;
}

function bridgeProblem(nad: Nad, state: CurrentState | undefined): string | undefined {
  const name = bridgeOf(nad)?.bridge;
  const devices = state?.interfaces.filter((entry) => entry.name === name) ?? [];
  if (devices.length === 0 || devices.some(({ type }) => type === 'linux-bridge')) return undefined;
  return `"${name}" already exists but is not a bridge`;
}

/** The kubelet's event text around a CNI error. */
export function sandboxMessage(pod: string, namespace: string, error: string): string {
  return `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to create pod network sandbox k8s_${pod}_${namespace}: error adding pod ${namespace}_${pod} to CNI network "multus-cni-network": plugin type="multus-shim" name="multus-cni-network" failed (add): CmdAdd (shim): CNI request failed with status 400: '${error}'`;
}
