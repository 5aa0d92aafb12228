/** What fixes of a policy share: the policy behind a subject, and a change of its OVS bridges. */
import { asArray, recordOf } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import type { KubeObject } from '../../cluster/kubeObject';
import type { ObjectRef, PatchOperation, Wait } from '../model';
import { WAIT_SECONDS } from '../waitSeconds';
import type { FixContext } from './fix';

/** The policy that is the subject, where it exists. */
export const policyTarget = ({ graph, subject }: FixContext): ObjectRef | undefined => {
  const name = subject.startsWith('policy/') ? subject.slice('policy/'.length) : '';
  if (!graph.snapshot.policies.items.has(name)) return undefined;
  return {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    namespace: '',
    name,
  };
};

/** The nodes have applied the policy as it is now. */
export const policyApplied = ({ name }: ObjectRef): Wait => ({
  type: 'policyApplied',
  policy: name,
  timeoutSeconds: WAIT_SECONDS.policy,
});

const isOwnBridge = (entry: JsonRecord): boolean =>
  entry.type === 'ovs-bridge' && entry.name !== 'br-ex' && entry.state !== 'absent';

/**
 * Sets one setting of each OVS bridge that the policy describes and that is not so already.
 * @param path below `bridge`, such as `options/stp`
 */
export const setOnBridges = (
  policy: KubeObject,
  path: readonly string[],
  value: boolean,
): readonly PatchOperation[] => {
  const interfaces = asArray(recordOf(recordOf(policy.spec).desiredState).interfaces);
  return interfaces.flatMap((entry, index): readonly PatchOperation[] => {
    const record = recordOf(entry);
    if (!isOwnBridge(record)) return [];
    return setBelow(record, `/spec/desiredState/interfaces/${index}`, ['bridge', ...path], value);
  });
};

/** One operation that sets the value, making what is missing above it. */
const setBelow = (
  record: JsonRecord,
  above: string,
  [key, ...rest]: readonly string[],
  value: boolean,
): readonly PatchOperation[] => {
  if (key === undefined || record[key] === value) return [];
  const path = `${above}/${key}`;
  if (rest.length > 0 && key in record) return setBelow(recordOf(record[key]), path, rest, value);
  const made = [...rest].reverse().reduce<unknown>((inner, name) => ({ [name]: inner }), value);
  return [{ op: 'add', path, value: made }];
};
