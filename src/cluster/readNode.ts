/**
 * Node: readiness, placement, the marker resources of Linux bridges, and OVN's annotations. The
 * image list, most of a Node's size, is not read. Domain reference A.8.
 */
import { asArray, recordOf, textOf } from './json';
import type { NodeRecord, Taint } from './nodeRecord';
import { parseQuantity } from './parseQuantity';
import { readMeta } from './readMeta';
import { readOvnNodeAnnotations } from './readOvnNodeAnnotations';

const readReady = (conditions: unknown): boolean | undefined => {
  for (const item of asArray(conditions)) {
    const raw = recordOf(item);
    if (raw.type === 'Ready') return raw.status === 'True';
  }
  return undefined;
};

const readTaints = (value: unknown): readonly Taint[] =>
  asArray(value).map((item) => {
    const raw = recordOf(item);
    return { key: textOf(raw.key), value: textOf(raw.value), effect: textOf(raw.effect) };
  });

const readInternalIps = (value: unknown): readonly string[] =>
  asArray(value)
    .map(recordOf)
    .filter((raw) => raw.type === 'InternalIP')
    .map((raw) => textOf(raw.address))
    .filter((address) => address !== '');

/** Extended resources are those with a slash in the name; cpu and memory are not our matter. */
const readAllocatable = (value: unknown): Readonly<Record<string, number>> => {
  const raw = recordOf(value);
  const kept: Record<string, number> = {};
  for (const name in raw) {
    if (!name.includes('/')) continue;
    const amount = parseQuantity(raw[name]);
    if (amount !== undefined) kept[name] = amount;
  }
  return kept;
};

/** Takes a Node; undefined when it has no name. */
export const readNode = (object: unknown): NodeRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const spec = recordOf(raw.spec);
  const status = recordOf(raw.status);
  return {
    kind: 'node',
    meta,
    ready: readReady(status.conditions),
    unschedulable: spec.unschedulable === true,
    taints: readTaints(spec.taints),
    internalIps: readInternalIps(status.addresses),
    allocatable: readAllocatable(status.allocatable),
    ovn: readOvnNodeAnnotations(meta.annotations),
  };
};
