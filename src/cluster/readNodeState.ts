/**
 * NodeNetworkState: what nmstate sees on a node. A missing `ovn` means that the operator is too
 * old to report mappings, which is not the same as having none.
 * Source: kubernetes-nmstate pkg/state/type.go; domain reference A.3.
 */
import type { InterfaceRecord } from './interfaceRecord';
import { asArray, asRecord, asString, recordOf, textOf } from './json';
import type { JsonRecord } from './json';
import type { BridgeMapping, NodeStateRecord, RunningRoute } from './nodeStateRecord';
import { nmstateInteger, nmstateName } from './nmstateScalars';
import { parseTime } from './parseTime';
import { readInterface } from './readInterface';
import { readMeta } from './readMeta';

/** Above this the object nears etcd's limit, and its size is worth measuring. */
const MEASURED_ABOVE = 400;

const readInterfaces = (value: unknown): readonly InterfaceRecord[] => {
  const interfaces: InterfaceRecord[] = [];
  for (const item of asArray(value)) {
    const record = readInterface(item);
    if (record !== undefined) interfaces.push(record);
  }
  return interfaces;
};

const readMappings = (state: JsonRecord): readonly BridgeMapping[] | undefined => {
  const ovn = asRecord(state.ovn);
  if (ovn === undefined) return undefined;
  const mappings: BridgeMapping[] = [];
  for (const item of asArray(ovn['bridge-mappings'])) {
    const raw = recordOf(item);
    const localnet = nmstateName(raw.localnet);
    if (localnet !== '') mappings.push({ localnet, bridge: nmstateName(raw.bridge) });
  }
  return mappings;
};

const readRoutes = (state: JsonRecord): readonly RunningRoute[] =>
  asArray(recordOf(state.routes).running).map((item) => {
    const raw = recordOf(item);
    return {
      destination: textOf(raw.destination),
      nextHopAddress: textOf(raw['next-hop-address']),
      nextHopInterface: nmstateName(raw['next-hop-interface']),
      tableId: nmstateInteger(raw['table-id']),
    };
  });

const sizeOf = (object: unknown): number | undefined => {
  try {
    return JSON.stringify(object).length;
  } catch {
    // YAML aliases can make an object that contains itself; it has no JSON size.
    return undefined;
  }
};

/** Takes a NodeNetworkState; undefined when it has no name. */
export const readNodeState = (object: unknown): NodeStateRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const status = recordOf(recordOf(object).status);
  const state = asRecord(status.currentState);
  const interfaces = readInterfaces(state?.interfaces);
  return {
    kind: 'nodeState',
    meta,
    hasState: state !== undefined,
    interfaces,
    mappings: state === undefined ? undefined : readMappings(state),
    routes: state === undefined ? [] : readRoutes(state),
    updatedAt: parseTime(status.lastSuccessfulUpdateTime),
    nmstateVersion: asString(status.handlerNmstateVersion) ?? '',
    jsonSize: interfaces.length > MEASURED_ABOVE ? sizeOf(object) : undefined,
  };
};
