/** The small pools of names and values that arbitrary clusters draw from, so that objects meet. */
import fc from 'fast-check';
import type { KubeObject } from '../../cluster/kubeObject';

export type Json = Record<string, unknown>;

export const oneOf = (...names: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...names);

export const NODE = oneOf('n1', 'n2', 'n3');
export const POLICY = oneOf('p1', 'p2');
export const NIC = oneOf('e1', 'e2', 'e3');
export const BRIDGE = oneOf('br-ex', 'b1', 'b2');
export const LOCALNET = oneOf('physnet', 'l1', 'l2');
export const NAMESPACE = oneOf('default', 'red', 'blue');
export const NAD = oneOf('nad1', 'nad2', 'c1');
export const NETWORK = oneOf('net-a', 'net.a', 'l1', 'cluster_udn_c1');
export const VM = oneOf('vm1', 'vm2', 'vm3');
export const VLAN = fc.constantFrom(undefined, 0, 10, 20, '30', 5000);
export const MTU = fc.constantFrom(undefined, 1400, 1500, 9000);

/** Drops what is undefined, as JSON would. */
export const clean = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

export const object = (
  apiVersion: string,
  kind: string,
  metadata: Json,
  rest: Json = {},
): KubeObject => ({
  ...clean({ ...rest }),
  apiVersion,
  kind,
  metadata: clean(metadata),
});

export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

export const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength });
