/**
 * A policy's `desiredState`. The API server checks nothing in it, so it may be anything; a list
 * may also be a text that refers to a capture (`"{{ capture.x.interfaces }}"`).
 * Source: nmstate rust/src/lib/net_state.rs; domain reference A.1.3.
 */
import type { DesiredMapping, DesiredRoute, DesiredState } from './desiredState';
import type { InterfaceRecord } from './interfaceRecord';
import { asArray, asRecord, recordOf, textOf } from './json';
import type { JsonRecord } from './json';
import { nmstateName } from './nmstateScalars';
import { readDesiredInterface } from './readInterface';

const NOTHING: DesiredState = { empty: true, interfaces: [], mappings: [], routes: [] };

const readMappings = (value: unknown): readonly DesiredMapping[] => {
  const mappings: DesiredMapping[] = [];
  for (const item of asArray(value)) {
    const raw = recordOf(item);
    const localnet = nmstateName(raw.localnet);
    if (localnet === '') continue;
    mappings.push({
      localnet,
      bridge: nmstateName(raw.bridge),
      state: raw.state === 'absent' ? 'absent' : 'present',
    });
  }
  return mappings;
};

const readRoutes = (value: unknown): readonly DesiredRoute[] =>
  asArray(value).map((item) => {
    const raw = recordOf(item);
    return {
      destination: textOf(raw.destination),
      nextHopInterface: nmstateName(raw['next-hop-interface']),
      state: textOf(raw.state),
    };
  });

const isCaptureReference = (value: unknown): boolean =>
  typeof value === 'string' && value.includes('capture.');

/** What is wrong with the shape of a list, as a sentence; undefined when nothing is. */
const listProblem = (path: string, value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) || isCaptureReference(value)) return undefined;
  return `${path} is not a list`;
};

const problemOf = (document: JsonRecord, named: number): string | undefined => {
  const listed = asArray(document.interfaces).length;
  return (
    listProblem('interfaces', document.interfaces) ??
    listProblem('ovn.bridge-mappings', asRecord(document.ovn)?.['bridge-mappings']) ??
    (named < listed ? `${listed - named} of ${listed} interfaces have no name` : undefined)
  );
};

/** Takes `spec.desiredState` of a policy, or `status.desiredState` of an enactment. */
export const readDesiredState = (value: unknown): DesiredState => {
  if (value === undefined || value === null) return NOTHING;
  const document = asRecord(value);
  if (document === undefined) {
    return { ...NOTHING, empty: false, problem: 'desiredState is not an object' };
  }
  if (Object.keys(document).length === 0) return NOTHING;
  const interfaces = asArray(document.interfaces)
    .map(readDesiredInterface)
    .filter((item): item is InterfaceRecord => item !== undefined);
  return {
    empty: false,
    interfaces,
    mappings: readMappings(recordOf(document.ovn)['bridge-mappings']),
    routes: readRoutes(recordOf(document.routes).config),
    problem: problemOf(document, interfaces.length),
  };
};
