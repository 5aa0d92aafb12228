/**
 * How two policies contradict each other about interfaces. Scalars: the last applied wins, so a
 * key with two values is a conflict and a key that one leaves out is none; port lists replace
 * each other whole; a NIC can be in one bridge or bond only (domain reference B.4, NNCP-007).
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { BridgePort, InterfaceRecord, PortVlan } from '../../cluster/interfaceRecord';
import { enslavedPorts } from './enslavedPorts';
import { isWanted } from '../../network/policyIntent';

export type InterfaceConflict =
  | {
      readonly kind: 'setting';
      readonly name: string;
      /** Dotted path of the setting, such as `ipv4.enabled`. */
      readonly setting: string;
      readonly values: readonly [string, string];
    }
  | {
      readonly kind: 'ports';
      readonly name: string;
      readonly values: readonly [string, string];
    }
  | {
      readonly kind: 'controller';
      readonly name: string;
      readonly values: readonly [string, string];
    };

/** Said about the entry, not to the interface; or compared below in a form-independent way. */
const isCompared = (path: string): boolean =>
  path !== 'description' &&
  path !== 'bridge.allow-extra-patch-ports' &&
  path !== 'link-aggregation.mode' &&
  !path.startsWith('bridge.options.stp');

const settingConflict = (a: InterfaceRecord, b: InterfaceRecord): InterfaceConflict | undefined => {
  const other = b.settings ?? {};
  for (const [setting, left] of Object.entries(a.settings ?? {})) {
    const right = other[setting];
    if (right === undefined || !isCompared(setting)) continue;
    if (left.toLowerCase() !== right.toLowerCase()) {
      return { kind: 'setting', name: a.name, setting, values: [left, right] };
    }
  }
  return undefined;
};

const modeConflict = (a: InterfaceRecord, b: InterfaceRecord): InterfaceConflict | undefined => {
  const left = a.bond?.mode ?? '';
  const right = b.bond?.mode ?? '';
  if (left === '' || right === '' || left === right) return undefined;
  const setting = 'link-aggregation.mode';
  return { kind: 'setting', name: a.name, setting, values: [left, right] };
};

const stpConflict = (a: InterfaceRecord, b: InterfaceRecord): InterfaceConflict | undefined => {
  const left = a.bridge?.stp;
  const right = b.bridge?.stp;
  if (left === undefined || right === undefined || left === right) return undefined;
  const setting = 'bridge.options.stp';
  return { kind: 'setting', name: a.name, setting, values: [String(left), String(right)] };
};

const vlanText = ({ mode, tag, enableNative, trunkTags }: PortVlan): string =>
  JSON.stringify([mode, tag ?? null, enableNative, trunkTags]);

const portText = (port: BridgePort): string =>
  port.bond === undefined ? port.name : `${port.name}(${[...port.bond.members].sort().join('+')})`;

const listText = (names: readonly string[]): string => [...names].sort().join(', ') || '-';

const stated = (entry: InterfaceRecord): readonly BridgePort[] | undefined =>
  entry.bridge?.portsStated === true
    ? entry.bridge.ports.filter((port) => port.name !== entry.name)
    : undefined;

const portVlansDiffer = (a: readonly BridgePort[], b: readonly BridgePort[]): boolean => {
  const others = new Map(b.map((port) => [port.name, port.vlan]));
  return a.some(({ name, vlan }) => {
    const other = others.get(name);
    return vlan !== undefined && other !== undefined && vlanText(vlan) !== vlanText(other);
  });
};

const portConflict = (a: InterfaceRecord, b: InterfaceRecord): InterfaceConflict | undefined => {
  const left = stated(a);
  const right = stated(b);
  if (left !== undefined && right !== undefined) {
    const values = [listText(left.map(portText)), listText(right.map(portText))] as const;
    const differ = values[0] !== values[1] || portVlansDiffer(left, right);
    return differ ? { kind: 'ports', name: a.name, values } : undefined;
  }
  const ours = a.bond?.members ?? [];
  const theirs = b.bond?.members ?? [];
  if (ours.length === 0 || theirs.length === 0) return undefined;
  const values = [listText(ours), listText(theirs)] as const;
  return values[0] === values[1] ? undefined : { kind: 'ports', name: a.name, values };
};

const KINDLESS = new Set(['', 'ethernet']);

/** An omitted type is that of the NIC: only bridges share their name with something else. */
const isSame = (a: InterfaceRecord, b: InterfaceRecord): boolean =>
  a.type === b.type || (KINDLESS.has(a.type) && KINDLESS.has(b.type));

const speaks = (entry: InterfaceRecord): boolean => entry.state !== 'ignore';

const controllersOf = (desired: DesiredState): ReadonlyMap<string, string> => {
  const controllers = new Map<string, string>();
  for (const wanted of desired.interfaces.filter(isWanted)) {
    for (const { name, controller } of enslavedPorts(wanted)) controllers.set(name, controller);
  }
  return controllers;
};

const controllerConflicts = (a: DesiredState, b: DesiredState): readonly InterfaceConflict[] => {
  const others = controllersOf(b);
  const conflicts: InterfaceConflict[] = [];
  for (const [name, left] of controllersOf(a)) {
    const right = others.get(name);
    if (right === undefined || right === left) continue;
    conflicts.push({ kind: 'controller', name, values: [left, right] });
  }
  return conflicts;
};

/** Everything the two documents disagree about, in the order of the first. */
export const interfaceConflicts = (
  a: DesiredState,
  b: DesiredState,
): readonly InterfaceConflict[] => {
  const others = new Map<string, InterfaceRecord[]>();
  for (const entry of b.interfaces.filter(speaks)) {
    others.set(entry.name, [...(others.get(entry.name) ?? []), entry]);
  }
  const conflicts: InterfaceConflict[] = [];
  for (const entry of a.interfaces.filter(speaks)) {
    for (const other of others.get(entry.name) ?? []) {
      if (!isSame(entry, other)) continue;
      const conflict =
        settingConflict(entry, other) ??
        modeConflict(entry, other) ??
        stpConflict(entry, other) ??
        portConflict(entry, other);
      if (conflict !== undefined) conflicts.push(conflict);
    }
  }
  return [...conflicts, ...controllerConflicts(a, b)];
};
