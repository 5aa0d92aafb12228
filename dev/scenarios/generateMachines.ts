/**
 * The VMs of a generated cluster: spread over the namespaces that have NADs, placed on the workers by
 * the seeded random source, one in twenty switched off.
 */
import type { KubeObject } from '../api-server/kubeObject';
import type { Cudn, Nad } from '../operators/ovn/ovnTypes';
import { buildMachine } from './buildMachine';
import type { ClusterSize } from './clusterSize';
import { namespaceName, padded, selectedBy } from './clusterSize';
import { createRandom } from '../createRandom';

/** One VM in this many is switched off. */
const HALTED_SHARE = 20;

interface MachineSources {
  size: ClusterSize;
  workers: readonly string[];
  nads: readonly Nad[];
  cudns: readonly Cudn[];
}

interface GeneratedMachines {
  machines: KubeObject[];
  placement: Record<string, string>;
  addresses: Record<string, string>;
}

/** A NAD as VMs of its namespace name it, and the number of its network. */
interface Reference {
  networkName: string;
  network: number;
}

/** NADs to choose from, by namespace number; networks of CUDNs count on after those of NADs. */
function referencesOf(
  size: ClusterSize,
  nads: readonly Nad[],
  cudns: readonly Cudn[],
): Reference[][] {
  const byNamespace: Reference[][] = Array.from({ length: size.namespaces }, () => []);
  for (const { metadata } of nads) {
    const namespace = Number(metadata.namespace?.slice(-4));
    const network = Number(metadata.name.slice(-4));
    byNamespace[namespace]?.push({ networkName: metadata.name, network });
  }
  cudns.forEach(({ metadata }, index) => {
    for (const namespace of selectedBy(index, size)) {
      const network = size.networks + index;
      byNamespace[namespace]?.push({ networkName: metadata.name, network });
    }
  });
  return byNamespace;
}

/** VMs with a pod NIC and one secondary NIC, their nodes and the addresses of their guests. */
export function generateMachines({
  size,
  workers,
  nads,
  cudns,
}: MachineSources): GeneratedMachines {
  const references = referencesOf(size, nads, cudns);
  const random = createRandom(size.seed);
  const usable = references.flatMap((list, index) => (list.length > 0 ? [index] : []));
  const hosts = new Map<number, number>();
  const machines: KubeObject[] = [];
  const placement: Record<string, string> = {};
  const addresses: Record<string, string> = {};
  for (let index = 0; index < size.vms; index += 1) {
    const home = usable.length > 0 ? usable[index % usable.length] : index % size.namespaces;
    const namespace = namespaceName(home ?? 0);
    const name = `vm-${padded(index, 5)}`;
    const choices = references[home ?? 0] ?? [];
    const secondary = choices[random.below(choices.length)];
    const isHalted = random.below(HALTED_SHARE) === 0;
    const worker = workers[random.below(workers.length)];
    machines.push(
      buildMachine(
        namespace,
        name,
        [
          { name: 'default' },
          ...(secondary ? [{ name: 'net1', networkName: secondary.networkName }] : []),
        ],
        isHalted || worker === undefined ? 'Halted' : 'Always',
      ),
    );
    if (isHalted || worker === undefined) continue;
    placement[`${namespace}/${name}`] = worker;
    if (!secondary) continue;
    const host = (hosts.get(secondary.network) ?? 9) + 1;
    hosts.set(secondary.network, host);
    addresses[`${namespace}/${name}/net1`] = guestAddress(secondary.network, host);
  }
  return { machines, placement, addresses };
}

/** Each network has a /20 of 10.0.0.0/9, clear of the cluster network 10.128.0.0/14. */
function guestAddress(network: number, host: number): string {
  const third = (network % 16) * 16 + Math.floor(host / 256);
  return `10.${Math.floor(network / 16) % 128}.${third}.${host % 256}`;
}
