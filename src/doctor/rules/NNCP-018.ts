/**
 * NNCP-018: names that the kernel, OVS or NMState refuse. An interface name has at most 15
 * characters; `,` and `:` separate the bridge mappings where OVS keeps them.
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { policyId } from '../facts/policyIds';
import { intentsOf, isNamedByMac, isWanted } from '../../network/policyIntent';
import { fault, judge } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-018';
const LONGEST_INTERFACE = 15;
const LONGEST_POLICY = 63;

const ILLEGAL_IN_INTERFACE = /[/\s]/;
const ILLEGAL_IN_MAPPING = /[,:]/;

/**
 * Entries and plain ports. The name of an OVS bond is no device, and that of a patch port none of
 * the kernel's.
 */
const interfaceNames = (intent: DesiredState): readonly string[] => {
  const entries = intent.interfaces.filter((entry) => isWanted(entry) && !isNamedByMac(entry));
  const patches = new Set(entries.filter((e) => e.patchPeer !== undefined).map((e) => e.name));
  const ports = entries.flatMap((entry) => entry.bridge?.ports ?? []);
  return [
    ...entries.map((entry) => entry.name),
    ...ports.filter((port) => port.bond === undefined).map((port) => port.name),
  ].filter((name) => !patches.has(name));
};

const interfaceProblem = (name: string): Text | undefined => {
  if (name.length > LONGEST_INTERFACE) {
    return text(
      'The interface name {{name}} has {{length}} characters; at most {{limit}} are allowed.',
      {
        name,
        length: name.length,
        limit: LONGEST_INTERFACE,
      },
    );
  }
  if (!ILLEGAL_IN_INTERFACE.test(name)) return undefined;
  return text('The interface name "{{name}}" holds a slash or a space.', { name });
};

const mappingProblem = (name: string): Text | undefined =>
  ILLEGAL_IN_MAPPING.test(name)
    ? text('The name "{{name}}" in a bridge mapping holds a comma or a colon.', { name })
    : undefined;

const duplicateProblem = (intent: DesiredState): Text | undefined => {
  const seen = new Set<string>();
  for (const { localnet } of intent.mappings) {
    if (seen.has(localnet)) {
      return text('The localnet {{localnet}} is listed twice in one policy.', { localnet });
    }
    seen.add(localnet);
  }
  return undefined;
};

const first = <T>(
  items: readonly T[],
  problem: (item: T) => Text | undefined,
): Text | undefined => {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) return found;
  }
  return undefined;
};

const problemOf = (policy: PolicyRecord, intents: readonly DesiredState[]): Text | undefined => {
  const { name } = policy.meta;
  if (name.length > LONGEST_POLICY) {
    return text('The policy name has {{length}} characters; at most {{limit}} are allowed.', {
      length: name.length,
      limit: LONGEST_POLICY,
    });
  }
  return (
    first(intents.flatMap(interfaceNames), interfaceProblem) ??
    first(
      intents.flatMap((i) => i.mappings.flatMap((m) => [m.localnet, m.bridge])),
      mappingProblem,
    ) ??
    first(intents, duplicateProblem)
  );
};

export const NNCP_018: Rule = {
  id,
  title: text('Policy uses an illegal name'),
  severity: 'error',
  tier: 'S',
  reads: ['policies'],
  consults: ['enactments'],
  source:
    'nmstate issues 189 and 730, rust/src/lib/ovn.rs; kubernetes-nmstate deploy/handler/operator.yaml',
  check: ({ graph }) =>
    judge(id, graph.snapshot.policies.items.values(), (policy) => {
      const message = problemOf(policy, intentsOf(graph, policy));
      if (message === undefined) return undefined;
      return fault({
        severity: 'error',
        subject: policyId(policy),
        message,
        symptom: text('The policy becomes Degraded, or cannot be created at all.'),
        fix: text('Choose another name, also where it is referred to.'),
      });
    }),
};
