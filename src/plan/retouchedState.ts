/**
 * A node that has used up its tries of a policy skips every further apply of that generation, and
 * only a change of the spec gives a new one (domain reference A.2). This makes a change that means
 * nothing: an empty list of routes, which nmstate reads as "no route is asked for"
 * (nmstate rust/src/lib/route.rs), comes and goes with each retry.
 */
import { asArray, recordOf } from '../cluster/json';
import { jsonEqual } from '../cluster/jsonEqual';

type Document = Readonly<Record<string, unknown>>;

/** Sections of an nmstate document that may stand there empty. */
const SECTIONS = ['routes', 'route-rules'] as const;

const isEmptySection = (value: unknown): boolean => {
  const { config, ...others } = recordOf(value);
  return Array.isArray(config) && asArray(config).length === 0 && Object.keys(others).length === 0;
};

/** The same desired state in other words; applied twice it is what it was. */
export const retouchedState = (desired: Document): Document => {
  const key = SECTIONS.find((name) => desired[name] === undefined || isEmptySection(desired[name]));
  if (key === undefined) return desired;
  if (desired[key] === undefined) return { ...desired, [key]: { config: [] } };
  const { [key]: _empty, ...others } = desired;
  return others;
};

/** A policy's spec without what a retry may have put there. */
export const untouchedSpec = (spec: unknown): Document => {
  const { desiredState, ...others } = recordOf(spec);
  const sections = Object.entries(recordOf(desiredState)).filter(
    ([key, value]) => !SECTIONS.some((name) => name === key && isEmptySection(value)),
  );
  return { ...others, desiredState: Object.fromEntries(sections) };
};

/** Whether two policy specs ask for the same, retouched or not. */
export const isSameSpec = (left: unknown, right: unknown): boolean =>
  jsonEqual(untouchedSpec(left), untouchedSpec(right));
