/** What a policy says about NICs: which it names, and whether it changes anything (rulings). */
import type { DesiredState } from '../../cluster/desiredState';
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { enslavedPorts } from './enslavedPorts';
import { isHarmless } from './ownTraffic';
import { isNamedByMac } from '../../network/policyIntent';

/**
 * NICs that the document names: ethernet entries, ports of bridges and bonds. Internal ports that
 * it declares itself are none.
 */
export const namedNics = (desired: DesiredState): readonly string[] => {
  const made = new Set(
    desired.interfaces
      .filter((entry) => entry.type !== 'ethernet' && entry.type !== '')
      .map((entry) => entry.name),
  );
  const names = new Set<string>();
  for (const entry of desired.interfaces) {
    if (entry.type === 'ethernet' && !isNamedByMac(entry)) names.add(entry.name);
    for (const { name } of enslavedPorts(entry)) if (!made.has(name)) names.add(name);
  }
  return [...names];
};

const HEAVY_TYPES = new Set(['ovs-bridge', 'linux-bridge', 'bond', 'ethernet', '']);

const isHeavy = (entry: InterfaceRecord): boolean =>
  HEAVY_TYPES.has(entry.type) && entry.state !== 'ignore' && !isHarmless(entry);

/** A bridge, bond or NIC is changed; LLDP and mappings alone disturb nobody. */
export const changesLinks = (desired: DesiredState): boolean => desired.interfaces.some(isHeavy);
