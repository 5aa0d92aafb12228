/**
 * Which interfaces a desired bridge or bond takes as its ports. The bridge's own name in its port
 * list is the internal interface, and the name of an OVS bond is no device: its members are
 * (domain reference A.1.3).
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { memoBy } from '../../network/memoBy';
import { isWanted } from '../../network/policyIntent';

export interface EnslavedPort {
  readonly name: string;
  /** The bridge or bond that takes it; `bridge/bond` for a member of an OVS bond. */
  readonly controller: string;
}

/** Ports of one desired entry; empty for what is neither bridge nor bond. */
export const enslavedPorts = memoBy((wanted: InterfaceRecord): readonly EnslavedPort[] => {
  const ports: EnslavedPort[] = [];
  for (const port of wanted.bridge?.ports ?? []) {
    if (port.bond !== undefined) {
      const controller = `${wanted.name}/${port.name}`;
      for (const name of port.bond.members) ports.push({ name, controller });
    } else if (port.name !== wanted.name) {
      ports.push({ name: port.name, controller: wanted.name });
    }
  }
  for (const name of wanted.bond?.members ?? []) ports.push({ name, controller: wanted.name });
  return ports;
});

/** Ports of all entries of a document that are to live. */
export const wantedPorts = memoBy((desired: DesiredState): readonly EnslavedPort[] =>
  desired.interfaces.filter(isWanted).flatMap(enslavedPorts),
);
