/**
 * LLDP as nmstate reports it: every neighbour is an array of TLV objects, each with its own
 * keys. TLVs are told by their keys, not by number, which also reads the variants of older
 * releases. Source: nmstate rust/src/lib/lldp.rs; domain reference A.3.5.
 */
import { asArray, asNumber, asRecord, asString, recordOf, textOf } from './json';
import type { JsonRecord } from './json';
import type { InterfaceRecord, LldpNeighbor } from './interfaceRecord';
import { nmstateBoolean } from './nmstateScalars';

type Lldp = NonNullable<InterfaceRecord['lldp']>;
type Vlan = NonNullable<LldpNeighbor['vlans']>[number];

const OFF: Lldp = { enabled: false, neighbors: [] };

const readVlans = (value: unknown): readonly Vlan[] => {
  const vlans: Vlan[] = [];
  for (const item of asArray(value)) {
    const raw = recordOf(item);
    const id = asNumber(raw.vid);
    if (id !== undefined) vlans.push({ id, name: textOf(raw.name) });
  }
  return vlans;
};

const readAddresses = (value: unknown): readonly string[] =>
  asArray(value)
    .map((item) => textOf(recordOf(item).address))
    .filter((address) => address !== '');

const readNeighbor = (value: unknown): LldpNeighbor => {
  const tlvs = Array.isArray(value) ? value : [value];
  const found: { -readonly [K in keyof LldpNeighbor]: LldpNeighbor[K] } = {
    managementAddresses: [],
  };
  for (const item of tlvs) {
    const tlv: JsonRecord = recordOf(item);
    found.chassisId ??= asString(tlv['chassis-id']);
    found.portId ??= asString(tlv['port-id']);
    found.portDescription ??= asString(tlv['port-description']);
    found.systemName ??= asString(tlv['system-name']);
    found.systemDescription ??= asString(tlv['system-description']);
    found.maxFrame ??= asNumber(tlv['ieee-802-3-max-frame-size']);
    const addresses = readAddresses(tlv['management-addresses']);
    if (addresses.length > 0) {
      found.managementAddresses = found.managementAddresses.concat(addresses);
    }
    if (tlv['ieee-802-1-vlans'] !== undefined) {
      found.vlans = (found.vlans ?? []).concat(readVlans(tlv['ieee-802-1-vlans']));
    }
  }
  return found;
};

/** Neighbours are often reported twice, once per receiving path: the first one is kept. */
const withoutRepeats = (neighbors: readonly LldpNeighbor[]): readonly LldpNeighbor[] => {
  const seen = new Set<string>();
  return neighbors.filter((neighbor) => {
    const key = `${neighbor.chassisId ?? ''}\n${neighbor.portId ?? ''}\n${neighbor.systemName ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Takes an interface's `lldp`; undefined when the interface does not mention it. */
export const readLldp = (value: unknown): Lldp | undefined => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  const neighbors = asArray(raw.neighbors);
  const enabled = nmstateBoolean(raw.enabled) ?? false;
  if (!enabled && neighbors.length === 0) return OFF;
  return { enabled, neighbors: withoutRepeats(neighbors.map(readNeighbor)) };
};
