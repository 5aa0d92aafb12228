/**
 * The node's OVN bridge mappings after a policy: entries are merged by `localnet`, the last one
 * applied wins, and only `state: absent` takes one away. That the bridge exists is not checked.
 * Source: nmstate rust/src/lib/ovn.rs.
 */
import type { BridgeMapping, DesiredMapping } from '../nmstateTypes';

export function mergeBridgeMappings(
  current: readonly BridgeMapping[],
  wish: readonly DesiredMapping[],
): BridgeMapping[] {
  const byLocalnet = new Map(current.map((mapping) => [mapping.localnet, mapping.bridge]));
  for (const mapping of wish) {
    if (mapping.state === 'absent') byLocalnet.delete(mapping.localnet);
    else if (mapping.bridge !== undefined) byLocalnet.set(mapping.localnet, mapping.bridge);
  }
  return [...byLocalnet]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([localnet, bridge]) => ({ bridge, localnet }));
}

/** The localnet that one document lists twice, which nmstate refuses. */
export function duplicateLocalnet(wish: readonly DesiredMapping[]): string | undefined {
  const seen = new Set<string>();
  for (const { localnet } of wish) {
    if (seen.has(localnet)) return localnet;
    seen.add(localnet);
  }
  return undefined;
}
