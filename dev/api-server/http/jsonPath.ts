/**
 * Evaluates the JSONPath subset that printer columns use: `.a.b`, `[0]`, `['key']`, `\.` inside a
 * key, and `[?(@.field=="value")]`. Only the first match counts, as in the table of a real server.
 */
import { isArray, isRecord } from '../json';

type Step = (values: readonly unknown[]) => readonly unknown[];

const TOKEN =
  /\[\?\(@\.([\w.]+)\s*==\s*["']([^"']*)["']\)\]|\[(\d+)\]|\['([^']+)'\]|\.((?:\\.|[^.[\\])+)/y;

const compiled = new Map<string, readonly Step[]>();

/** The first value at `path`, undefined when there is none. Throws for a path it cannot read. */
export function evaluateJsonPath(path: string, value: unknown): unknown {
  let steps = compiled.get(path);
  if (steps === undefined) {
    steps = compile(path);
    compiled.set(path, steps);
  }
  return steps.reduce<readonly unknown[]>((values, step) => step(values), [value])[0];
}

function compile(path: string): readonly Step[] {
  const steps: Step[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < path.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(path);
    if (match === null) {
      throw new Error(`unreadable JSONPath "${path}" at character ${at}`);
    }
    const [, filterField, filterValue, index, quoted, field] = match;
    if (filterField !== undefined) {
      steps.push(filter(filterField.split('.'), filterValue ?? ''));
    } else if (index !== undefined) {
      steps.push((values) => values.flatMap((value) => itemAt(value, Number(index))));
    } else {
      const key = quoted ?? (field ?? '').replace(/\\(.)/g, '$1');
      steps.push((values) => values.flatMap((value) => fieldOf(value, key)));
    }
  }
  return steps;
}

function filter(path: readonly string[], wanted: string): Step {
  const fits = (item: unknown): boolean => {
    const found = path.reduce<unknown>((inner, key) => fieldOf(inner, key)[0], item);
    const isScalar =
      typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
    return isScalar && String(found) === wanted;
  };
  return (values) => values.flatMap((value) => (isArray(value) ? value.filter(fits) : []));
}

function itemAt(value: unknown, index: number): readonly unknown[] {
  return isArray(value) && index < value.length ? [value[index]] : [];
}

function fieldOf(value: unknown, key: string): readonly unknown[] {
  return isRecord(value) && Object.hasOwn(value, key) ? [value[key]] : [];
}
