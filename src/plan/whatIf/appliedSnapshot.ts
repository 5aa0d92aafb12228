/**
 * The cluster as it should read once a plan has taken effect: nodes configured, networks made,
 * VMs with their NIC. The doctor on it tells which findings the plan would make or mend. It is
 * a forecast from what the plan writes; what really came of it is read back afterwards.
 */
import type { Condition } from '../../cluster/condition';
import { metaKey } from '../../cluster/meta';
import type { NadRecord } from '../../cluster/nadRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { readNad } from '../../cluster/readNad';
import { readPolicy } from '../../cluster/readPolicy';
import { labelSelectorMatches } from '../../cluster/labelSelectorMatches';
import type { Snapshot } from '../../cluster/snapshot';
import type { CudnRecord, UdnRecord } from '../../cluster/udnRecord';
import type { Plan, Step } from '../model';
import { bridgeResource } from '../objectBodies';
import { declaredSnapshot, withRecord } from './declaredSnapshot';
import { expectedNodeState } from './expectedNodeState';
import { expectedInstance } from './expectedInstance';
import { generatedConfig } from './generatedConfig';

const isTrue = (type: string): Condition => ({ type, status: 'True', reason: '', message: '' });

export const appliedSnapshot = (snapshot: Snapshot, plan: Plan): Snapshot =>
  plan.steps.reduce(applied, declaredSnapshot(snapshot, plan));

const applied = (snapshot: Snapshot, step: Step): Snapshot => {
  const { kind, name, namespace } = step.ref;
  const key = namespace === '' ? name : `${namespace}/${name}`;
  if (step.write.type === 'delete') return withoutMade(snapshot, step);
  switch (kind) {
    case 'NodeNetworkConfigurationPolicy': {
      // As this step writes it: a later one may take it away again.
      const { write } = step;
      const policy = readPolicy(write.type === 'create' ? write.body : write.after);
      return policy === undefined ? snapshot : withPolicy(snapshot, policy, step.nodes);
    }
    case 'NetworkAttachmentDefinition': {
      const nad = snapshot.nads.items.get(key);
      return nad === undefined ? snapshot : withRecord(snapshot, accepted(nad));
    }
    case 'ClusterUserDefinedNetwork': {
      const cudn = snapshot.cudns.items.get(name);
      return cudn === undefined ? snapshot : withCudn(snapshot, cudn);
    }
    case 'Namespace':
      return [...snapshot.cudns.items.values()].reduce(withCudn, snapshot);
    case 'UserDefinedNetwork': {
      const udn = snapshot.udns.items.get(key);
      return udn === undefined ? snapshot : withUdn(snapshot, udn);
    }
    case 'VirtualMachine':
      return expectedInstance(snapshot, key);
    default:
      return snapshot;
  }
};

/** What controllers made of an object goes with it: NADs of a definition, enactments of a policy. */
const withoutMade = (snapshot: Snapshot, { ref }: Step): Snapshot => {
  if (ref.kind === 'NodeNetworkConfigurationPolicy') {
    const left = [...snapshot.enactments.items].filter(([, { policy }]) => policy !== ref.name);
    return { ...snapshot, enactments: { ...snapshot.enactments, items: new Map(left) } };
  }
  const isMade = ({ meta }: NadRecord): boolean =>
    (ref.namespace === '' || ref.namespace === meta.namespace) &&
    meta.owners.some(({ kind, name }) => kind === ref.kind && name === ref.name);
  const left = [...snapshot.nads.items].filter(([, nad]) => !isMade(nad));
  return { ...snapshot, nads: { ...snapshot.nads, items: new Map(left) } };
};

const withPolicy = (
  snapshot: Snapshot,
  policy: PolicyRecord,
  nodes: readonly string[],
): Snapshot => {
  const conditions = [isTrue('Available')];
  const declared = snapshot.policies.items.get(policy.meta.name);
  const { meta } = declared ?? policy;
  const known =
    declared === undefined
      ? snapshot
      : withRecord(snapshot, { key: 'policies', record: { ...declared, conditions } });
  return nodes.reduce((result, node) => {
    const state = result.nodeStates.items.get(node);
    const enactment = {
      kind: 'enactment',
      meta: { ...meta, name: `${node}.${meta.name}`, uid: `planned/${node}` },
      node,
      policy: meta.name,
      policyGeneration: meta.generation,
      conditions,
      retryCount: 0,
    } as const;
    const enacted = withRecord(result, { key: 'enactments', record: enactment });
    if (state === undefined || !state.hasState) return enacted;
    const record = expectedNodeState(state, policy.desired);
    return offered(withRecord(enacted, { key: 'nodeStates', record }), node, policy);
  }, known);
};

/** bridge-marker offers every Linux bridge to the scheduler. */
const offered = (snapshot: Snapshot, name: string, { desired }: PolicyRecord): Snapshot => {
  const node = snapshot.nodes.items.get(name);
  if (node === undefined) return snapshot;
  const bridges = desired.interfaces.filter(
    ({ type, state }) => type === 'linux-bridge' && state !== 'absent',
  );
  if (bridges.length === 0) return snapshot;
  const resources = Object.fromEntries(bridges.map((entry) => [bridgeResource(entry.name), 1000]));
  const record = { ...node, allocatable: { ...node.allocatable, ...resources } };
  return withRecord(snapshot, { key: 'nodes', record });
};

const accepted = (nad: NadRecord) => {
  const { config } = nad;
  const isOvn = 'plugin' in config && config.plugin.family === 'ovn';
  const network = isOvn ? { ovnNetworkId: 'planned', ovnNetworkName: config.name } : {};
  return { key: 'nads', record: { ...nad, ...network } } as const;
};

const withCudn = (snapshot: Snapshot, cudn: CudnRecord): Snapshot => {
  const selected = [...snapshot.namespaces.items.values()].filter(({ meta }) =>
    labelSelectorMatches(cudn.namespaceSelector, meta.labels),
  );
  const names = selected.map(({ meta }) => meta.name).sort();
  const made = selected
    .filter(({ meta }) => !snapshot.nads.items.has(`${meta.name}/${cudn.meta.name}`))
    .reduce((result, { meta }) => withGenerated(result, cudn, meta.name), snapshot);
  const created: Condition = {
    ...isTrue('NetworkCreated'),
    reason: 'NetworkAttachmentDefinitionCreated',
    message: `NetworkAttachmentDefinition has been created in following namespaces: [${names.join(', ')}]`,
  };
  const record = { ...cudn, conditions: [created, isTrue('NetworkAllocationSucceeded')] };
  return withRecord(made, { key: 'cudns', record });
};

const withUdn = (snapshot: Snapshot, udn: UdnRecord): Snapshot => {
  const record = { ...udn, conditions: [isTrue('NetworkCreated')] };
  const made = snapshot.nads.items.has(metaKey(udn.meta))
    ? snapshot
    : withGenerated(snapshot, udn, udn.meta.namespace);
  return withRecord(made, { key: 'udns', record });
};

/** The NAD that OVN-Kubernetes makes of a definition in a namespace (A.6). */
const withGenerated = (
  snapshot: Snapshot,
  owner: CudnRecord | UdnRecord,
  namespace: string,
): Snapshot => {
  const { name, uid } = owner.meta;
  const kind = owner.kind === 'cudn' ? 'ClusterUserDefinedNetwork' : 'UserDefinedNetwork';
  const nad = readNad({
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: {
      name,
      namespace,
      uid: `planned/${namespace}/${name}`,
      labels: { 'k8s.ovn.org/user-defined-network': '' },
      finalizers: ['k8s.ovn.org/user-defined-network-protection'],
      ownerReferences: [{ apiVersion: 'k8s.ovn.org/v1', kind, name, uid, controller: true }],
    },
    spec: { config: JSON.stringify(generatedConfig(owner, namespace, snapshot)) },
  });
  return nad === undefined ? snapshot : withRecord(snapshot, accepted(nad));
};
