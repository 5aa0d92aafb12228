/** The pod network address of an instance: the first free one of its node's subnet. */
import type { NodeObject } from '../nmstateTypes';
import type { Vmi } from './vmTypes';

const FIRST_HOST = 10;

function subnetOf(node: NodeObject): string | undefined {
  const text = node.metadata.annotations?.['k8s.ovn.org/node-subnets'];
  if (text === undefined) return undefined;
  const subnets = JSON.parse(text) as { default?: string[] };
  return subnets.default?.[0];
}

/** @param others the instances of the cluster; their addresses are taken */
export function podAddress(node: NodeObject, others: readonly Vmi[]): string | undefined {
  const [first, second, third] = subnetOf(node)?.split(/[./]/) ?? [];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const taken = new Set(
    others.flatMap((vmi) => vmi.status?.interfaces?.map(({ ipAddress }) => ipAddress) ?? []),
  );
  for (let host = FIRST_HOST; host < 510; host += 1) {
    const address = `${first}.${second}.${Number(third) + Math.floor(host / 256)}.${host % 256}`;
    if (!taken.has(address)) return address;
  }
  return undefined;
}
