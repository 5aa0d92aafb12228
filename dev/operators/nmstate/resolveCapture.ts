/**
 * The part of nmpolicy that kubernetes-nmstate's own examples use: a capture filters interfaces by
 * one field or assigns one, and the desired state refers to it with `{{ capture.NAME.interfaces }}`
 * or to a value inside it. Anything else is an error, as a malformed expression is on a real node.
 * Source: kubernetes-nmstate docs/examples (lldp.yaml, linux-bridge with captures).
 */
import type { CurrentState, DesiredState } from '../nmstateTypes';

type Captured = Record<string, unknown>;
export type CapturedStates = Record<string, Captured>;

const STEP = /^(?<path>[\w.-]+)\s*(?<operator>==|:=)\s*(?<value>.+)$/;
const REFERENCE = /^\{\{\s*capture\.(?<path>[\w.-]+)\s*\}\}$/;

/**
 * @returns the captured states by name
 * @throws Error with the reason, when an expression cannot be read
 */
export function resolveCaptures(
  capture: Record<string, string>,
  current: CurrentState,
): CapturedStates {
  const captured: CapturedStates = {};
  for (const [name, expression] of Object.entries(capture)) {
    captured[name] = evaluate(expression, { ...current }, captured);
  }
  return captured;
}

function evaluate(expression: string, current: Captured, captured: CapturedStates): Captured {
  let state = current;
  for (const raw of expression.split('|')) {
    const step = raw.trim();
    const source = /^capture\.([\w-]+)$/.exec(step)?.[1];
    if (source !== undefined) {
      const found = captured[source];
      if (!found)
        throw new Error(`capture expression '${expression}' refers to unknown '${source}'`);
      state = found;
      continue;
    }
    const parts = STEP.exec(step)?.groups;
    if (!parts) throw new Error(`invalid capture expression '${expression}'`);
    const { path = '', operator = '', value = '' } = parts;
    const [list = '', ...field] = path.split('.');
    const items = state[list];
    if (!Array.isArray(items)) throw new Error(`capture path '${path}' is no list`);
    const operand = readOperand(value.trim(), captured);
    const edited: unknown[] =
      operator === '=='
        ? items.filter((item: unknown) => readPath(item, field) === operand)
        : items.map((item: unknown) => assign(item, field, operand));
    state = { [list]: edited };
  }
  return state;
}

function readOperand(text: string, captured: CapturedStates): unknown {
  if (text.startsWith('capture.')) return readPath(captured, text.split('.').slice(1));
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`invalid capture operand '${text}'`);
  }
}

function readPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Captured)[key] : undefined),
    value,
  );
}

function assign(item: unknown, [key, ...rest]: readonly string[], operand: unknown): unknown {
  if (key === undefined) return operand;
  const record = typeof item === 'object' && item !== null ? (item as Captured) : {};
  return { ...record, [key]: assign(record[key], rest, operand) };
}

/**
 * The desired state with every reference replaced by what was captured.
 * @throws Error when a reference names nothing
 */
export function fillReferences(desired: DesiredState, captured: CapturedStates): DesiredState {
  return fill(desired, captured) as DesiredState;
}

function fill(value: unknown, captured: CapturedStates): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => fill(item, captured));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, fill(item, captured)]),
    );
  }
  const path = typeof value === 'string' ? REFERENCE.exec(value)?.groups?.['path'] : undefined;
  if (path === undefined) return value;
  const found = readPath(captured, path.split('.'));
  if (found === undefined) throw new Error(`reference '${String(value)}' captured nothing`);
  return found;
}
