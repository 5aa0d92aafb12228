/**
 * What stands against a removal: VMs that use it, traffic of the node itself, policies that may not
 * be edited now, things that no policy describes. Domain reference C.7, PRE-001…003, PRE-008.
 */
import { BR_EX, BR_INT } from '../cluster/ovnNames';
import { metaKey } from '../cluster/meta';
import type { Meta } from '../cluster/meta';
import { kindOf } from '../cluster/models';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { isKnown, whyUnknown } from '../network/evidence';
import type { NetworkGraph, NodeView } from '../network/networkGraph';
import { keptByGitOps } from './keptByGitOps';
import type { Guard, GuardLevel, ObjectRef } from './model';
import {
  localnetsOn,
  nadsOfTarget,
  nodesWith,
  policiesOfTarget,
  refsOfTarget,
  usersOfTarget,
} from './removalTarget';
import type { RemovalTarget } from './removalTarget';

/** The users themselves stand beside these: `usersOfTarget`. */
export const checkRemove = (graph: NetworkGraph, target: RemovalTarget): readonly Guard[] => [
  ...checkUsers(graph, target),
  ...refsOfTarget(graph, target).flatMap((ref) =>
    keptByGitOps('uplink', ref.kind, metaOf(graph, ref)),
  ),
  ...(target.type === 'bridge' || target.type === 'localnet'
    ? [...checkNodes(graph, target), ...checkPolicies(graph, target)]
    : checkGenerated(graph, target)),
];

const guard = (id: string, level: GuardLevel, message: Text): Guard => ({
  id,
  level,
  field: 'uplink',
  message,
});

const metaOf = ({ snapshot }: NetworkGraph, ref: ObjectRef): Meta | undefined => {
  const key = kindOf(ref.apiVersion, ref.kind);
  return key === undefined ? undefined : snapshot[key].items.get(metaKey(ref))?.meta;
};

const checkUsers = (graph: NetworkGraph, target: RemovalTarget): readonly Guard[] => {
  const users = usersOfTarget(graph, target);
  const running = users.filter(({ vmi }) => vmi !== undefined).length;
  const guards: Guard[] = [];
  if (users.length > 0) {
    const values = { total: users.length, running };
    const message = text(
      '{{total}} VM NICs use it, {{running}} of them of running VMs. Move or detach them first.',
      values,
    );
    guards.push(guard('PRE-003', 'block', message));
  }
  const nads = nadsOfTarget(graph, target).size;
  if ((target.type === 'bridge' || target.type === 'localnet') && nads > 0) {
    const message = text(
      '{{total}} NADs stay behind that lead nowhere without it. Remove their networks first if nobody needs them.',
      { total: nads },
    );
    guards.push(guard('PRE-002', 'warn', message));
  }
  if (areNadsUnseen(graph, target)) {
    const message = text(
      'Not all NADs that need it can be seen: more may lead nowhere without it.',
    );
    guards.push(guard('PRE-002', 'warn', message));
  }
  const { vms } = graph.snapshot;
  if (vms.state !== 'complete') {
    const message = text('Not all VMs can be seen, so there may be more that use it.');
    guards.push(guard('PRE-003', 'warn', message));
  }
  return guards;
};

/** NADs themselves, or the mappings by which they lead over a bridge. */
const areNadsUnseen = (graph: NetworkGraph, target: RemovalTarget): boolean => {
  if (target.type !== 'bridge' && target.type !== 'localnet') return false;
  if (graph.snapshot.nads.state !== 'complete') return true;
  const isMapped = ({ mappings }: NodeView): boolean => mappings !== undefined;
  return target.type === 'bridge' && ![...graph.nodes.values()].every(isMapped);
};

const checkGenerated = (graph: NetworkGraph, target: RemovalTarget): readonly Guard[] => {
  const nads = nadsOfTarget(graph, target);
  if (target.type !== 'nad') {
    return nads.size > 0 || graph.networks.get(target.name) !== undefined
      ? []
      : [guard('PRE-003', 'block', text('There is no such network any more.'))];
  }
  const nad = nads.get(target.key);
  if (nad === undefined) return [guard('PRE-003', 'block', text('There is no such NAD any more.'))];
  return nad.generated
    ? [
        guard(
          'PRE-003',
          'block',
          text('This NAD was made from a user-defined network; remove that network instead.'),
        ),
      ]
    : [];
};

/** Nodes whose bridges or mappings nobody can see: it may be there, and is then left behind. */
const checkUnseen = (
  graph: NetworkGraph,
  target: RemovalTarget,
  seenOn: number,
): readonly Guard[] => {
  const { nodeStates } = graph.snapshot;
  const unseen = [...graph.nodes.values()]
    .filter((node) =>
      target.type === 'bridge' ? node.state?.hasState !== true : node.mappings === undefined,
    )
    .map(({ name }) => name)
    .sort();
  if (unseen.length === 0) {
    return isKnown(nodeStates)
      ? []
      : [guard('PRE-001', 'block', whyUnknown('nodeStates', nodeStates))];
  }
  const message = text('No network state is known of {{nodes}}: it may be there.', {
    nodes: unseen.join(', '),
  });
  return [guard('PRE-001', seenOn === 0 ? 'block' : 'warn', message)];
};

const checkNodes = (
  graph: NetworkGraph,
  target: RemovalTarget & { readonly type: 'bridge' | 'localnet' },
): readonly Guard[] => {
  const { name } = target;
  if (target.type === 'bridge' && (name === BR_EX || name === BR_INT)) {
    const message = text('Bridge {{name}} belongs to OVN-Kubernetes.', { name });
    return [guard('PRE-004', 'block', message)];
  }
  const nodes = nodesWith(graph, target);
  if (target.type === 'bridge') {
    const carries = nodes.find((node) => node.protectedInterfaces.has(name));
    if (carries !== undefined) {
      const message = text('Bridge {{name}} carries the own traffic of node {{node}}.', {
        name,
        node: carries.name,
      });
      return [guard('PRE-004', 'block', message)];
    }
  }
  const unseen = checkUnseen(graph, target, nodes.length);
  if (nodes.length === 0) {
    return unseen.length > 0
      ? unseen
      : [guard('PRE-001', 'block', text('No node has it any more.'))];
  }
  const reached = new Set(
    policiesOfTarget(graph, target).flatMap((policy) =>
      graph.nodesOfPolicy(policy).map((node) => node.name),
    ),
  );
  const left = nodes.filter((node) => !reached.has(node.name)).map((node) => node.name);
  if (left.length === 0) return unseen;
  return [
    ...unseen,
    guard(
      'PRE-001',
      reached.size === 0 ? 'block' : 'warn',
      text(
        'No policy describes it on {{nodes}}: it was left behind there by one that is gone, or made by hand, and stays.',
        { nodes: left.join(', ') },
      ),
    ),
  ];
};

const checkPolicies = (
  graph: NetworkGraph,
  target: RemovalTarget & { readonly type: 'bridge' | 'localnet' },
): readonly Guard[] => {
  const guards: Guard[] = [];
  for (const name of policiesOfTarget(graph, target)) {
    const policy = graph.snapshot.policies.items.get(name);
    if (policy === undefined) continue;
    if (policy.usesCapture) {
      const message = text(
        'Policy {{policy}} works with captures; it can only be changed by hand.',
        { policy: name },
      );
      guards.push(guard('PRE-001', 'block', message));
    }
    if (policy.conditions.some(({ type, status }) => type === 'Progressing' && status === 'True')) {
      const message = text('Policy {{policy}} is being applied; wait until it has ended.', {
        policy: name,
      });
      guards.push(guard('PRE-008', 'block', message));
    }
  }
  if (target.type === 'bridge') {
    const localnets = localnetsOn(graph, target.name);
    if (localnets.length > 0) {
      const message = text('The mappings of {{localnets}} go with the bridge.', {
        localnets: localnets.join(', '),
      });
      guards.push(guard('PRE-002', 'info', message));
    }
  }
  return guards;
};
