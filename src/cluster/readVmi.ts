/** VirtualMachineInstance: where it runs and what its NICs look like. Domain reference A.7.3. */
import { asArray, asRecord, recordOf, stringsOf, textOf } from './json';
import type { JsonRecord } from './json';
import { readConditions } from './readConditions';
import { parseTime } from './parseTime';
import { readMeta } from './readMeta';
import { readPlacement, readVmNetworking } from './readVmNetworking';
import { Shared, sharedName } from './shared';
import type { VmiInterfaceStatus, VmiRecord } from './vmRecord';

const readIps = (raw: JsonRecord): readonly string[] => {
  const all = stringsOf(raw.ipAddresses);
  if (all.length > 0) return all;
  const one = textOf(raw.ipAddress);
  return one === '' ? [] : [one];
};

/** `infoSource` is a comma-separated list, of which there are a handful in all. */
const sourceLists = new Shared((list): readonly string[] =>
  list === '' ? [] : list.split(',').map((source) => source.trim()),
);

const readStatus = (raw: JsonRecord): VmiInterfaceStatus => ({
  name: textOf(raw.name),
  mac: textOf(raw.mac),
  ips: readIps(raw),
  sources: sourceLists.of(textOf(raw.infoSource)),
  guestName: textOf(raw.interfaceName),
  podInterfaceName: textOf(raw.podInterfaceName),
  linkState: textOf(raw.linkState),
});

const readMigration = (value: unknown): VmiRecord['migration'] => {
  const raw = asRecord(value);
  if (raw === undefined) return undefined;
  return {
    sourceNode: textOf(raw.sourceNode),
    targetNode: textOf(raw.targetNode),
    completed: raw.completed === true,
    failed: raw.failed === true,
    endedAt: parseTime(raw.endTimestamp),
  };
};

/** Takes a VirtualMachineInstance; undefined when it has no name. */
export const readVmi = (object: unknown): VmiRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const spec = recordOf(raw.spec);
  const status = recordOf(raw.status);
  return {
    kind: 'vmi',
    meta,
    networking: readVmNetworking(spec, meta.namespace),
    placement: readPlacement(spec),
    evictionStrategy: textOf(spec.evictionStrategy),
    phase: textOf(status.phase),
    node: sharedName(textOf(status.nodeName)),
    migration: readMigration(status.migrationState),
    interfaces: asArray(status.interfaces).map((item) => readStatus(recordOf(item))),
    conditions: readConditions(status.conditions),
  };
};
