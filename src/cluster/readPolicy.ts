/**
 * NodeNetworkConfigurationPolicy.
 * Source: kubernetes-nmstate api/shared/nodenetworkconfigurationpolicy_types.go; domain
 * reference A.1.
 */
import { asNumber, asRecord, recordOf, stringMapOf } from './json';
import type { PolicyRecord } from './policyRecord';
import { readConditions } from './readConditions';
import { readDesiredState } from './readDesiredState';
import { readMeta } from './readMeta';

const asWritten = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const ASSIGNMENT = /([\w.-]+)\s*:=/g;

/** Source: nmpolicy, the `:=` operator of its expressions. */
const pathsSetBy = (capture: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(capture).flatMap((expression) =>
    typeof expression === 'string'
      ? [...expression.matchAll(ASSIGNMENT)].map(([, path]) => path ?? '')
      : [],
  );

/** Takes a NodeNetworkConfigurationPolicy; undefined when it has no name. */
export const readPolicy = (object: unknown): PolicyRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const spec = recordOf(raw.spec);
  const status = recordOf(raw.status);
  const counts = recordOf(status.unavailableNodeCountMap);
  return {
    kind: 'policy',
    meta,
    nodeSelector: stringMapOf(spec.nodeSelector),
    nodeSelectorStated: asRecord(spec.nodeSelector) !== undefined,
    usesCapture: Object.keys(recordOf(spec.capture)).length > 0,
    captureSets: pathsSetBy(recordOf(spec.capture)),
    maxUnavailable: asWritten(spec.maxUnavailable),
    desired: readDesiredState(spec.desiredState),
    conditions: readConditions(status.conditions),
    unavailableNodeCount:
      asNumber(counts[String(meta.generation)]) ?? asNumber(status.unavailableNodeCount),
  };
};
