/**
 * What stands against a clone: its name, VLAN, MTU and subnets as the wizard's guards see them, the VMs that
 * move, and, where the old network shall go, whoever would stay on it.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import type { AttachIntent, FlowId, UplinkChoice } from '../attachIntent';
import { checkAttachIntent } from '../checkAttachIntent';
import { checkMove } from '../checkMove';
import { gitOpsOwner } from '../gitOpsOwner';
import type { Guard, GuardLevel, IntentField } from '../model';
import type { CloneMedium, CloneSource } from './cloneSource';
import { moveIntentOf } from './planClone';
import type { CloneIntent } from './planClone';

export const checkClone = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): readonly Guard[] => [
  ...checkName(graph, source, intent),
  ...checkValues(graph, source, intent),
  ...checkMove(graph, moveIntentOf(graph, intent), () => true),
  ...checkReach(graph, source, intent),
  ...(intent.old === 'remove' ? checkRemoval(graph, source, intent) : []),
];

const guard = (id: string, level: GuardLevel, field: IntentField, message: Text): Guard => ({
  id,
  level,
  field,
  message,
});

const projectsOf = ({ projects }: CloneSource, intent: CloneIntent): readonly string[] =>
  projects.filter((project) => intent.projects?.includes(project) ?? true);

/** Whatever has the name already, be it the same network: a clone is a new object. */
const checkName = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): readonly Guard[] => {
  const { nads, cudns, udns } = graph.snapshot;
  const { name } = intent;
  const projects = projectsOf(source, intent);
  if (source.origin.type === 'nads' && projects.length === 0) {
    return [guard('VM-001', 'block', 'projects', text('Choose at least one project.'))];
  }
  const isTaken =
    source.origin.type === 'nads'
      ? source.medium !== 'bridge' && graph.networks.has(name)
      : source.origin.definition.kind === 'cudn'
        ? cudns.items.has(name)
        : udns.items.has(`${source.origin.ref.namespace}/${name}`);
  if (!isTaken && !projects.some((project) => nads.items.has(`${project}/${name}`))) return [];
  return [
    guard(
      'PRE-011',
      'block',
      'networkName',
      text('A network named {{name}} is there already.', { name }),
    ),
  ];
};

const OF_THE_NETWORK: readonly IntentField[] = ['networkName', 'vlan', 'mtu', 'addresses'];

const checkValues = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): readonly Guard[] => {
  const bridge = bridgeOf(graph, source, intent);
  const asked = checkAttachIntent(graph, attachIntentOf(source, intent, bridge));
  const guards = asked.filter(({ field }) => OF_THE_NETWORK.includes(field));
  if (source.medium === 'layer2' || carriers(graph, source, intent).length > 0) return guards;
  const { nodeStates } = graph.snapshot;
  if (!isKnown(nodeStates)) {
    return [...guards, guard('NAD-004', 'block', 'uplink', whyUnknown('nodeStates', nodeStates))];
  }
  const missing =
    source.medium === 'bridge'
      ? text('No node has bridge {{bridge}}.', { bridge: bridge ?? '' })
      : text('No node maps localnet {{localnet}}.', { localnet: intent.values.localnet ?? '' });
  return [...guards, guard('NAD-004', 'block', 'uplink', missing)];
};

/** The bridge below the clone, as far as some node maps its localnet. */
const bridgeOf = (
  graph: NetworkGraph,
  { medium }: CloneSource,
  { values }: CloneIntent,
): string | undefined => {
  if (medium === 'bridge') return values.bridge;
  const [bridge] = graph.localnets.get(values.localnet ?? '')?.mappings.values() ?? [];
  return bridge;
};

/** Nodes on which the clone can be used. */
const carriers = (
  graph: NetworkGraph,
  source: CloneSource,
  { values }: CloneIntent,
): readonly NodeView[] =>
  [...graph.nodes.values()].filter(({ bridges, mappings }) =>
    source.medium === 'bridge'
      ? bridges.get(values.bridge ?? '')?.ovs === false
      : mappings?.has(values.localnet ?? '') === true,
  );

const FLOWS: Readonly<Record<CloneMedium, FlowId>> = {
  localnet: 'dedicatedNic',
  layer2: 'layer2',
  bridge: 'linuxBridge',
};

/** The clone as the form's guards know networks; the nodes are those that have the mapping. */
const attachIntentOf = (
  source: CloneSource,
  intent: CloneIntent,
  bridge: string | undefined,
): AttachIntent => {
  const { jobId, name, values } = intent;
  const { medium, origin } = source;
  const uplink: UplinkChoice =
    bridge === undefined ? { type: 'none' } : { type: 'existingBridge', bridge };
  const isLocalnetCudn = origin.type === 'definition' && medium === 'localnet';
  return {
    jobId,
    flow: isLocalnetCudn ? 'cudnLocalnet' : FLOWS[medium],
    nodeSelector: {},
    uplink,
    ...(values.vlan === undefined ? {} : { vlan: values.vlan }),
    ...(values.guestVlans === undefined ? {} : { guestVlans: values.guestVlans }),
    addressing:
      values.subnets === undefined
        ? { type: 'outside' }
        : { type: 'cluster', subnets: values.subnets },
    networkName: name,
    ...(values.mtu === undefined ? {} : { mtu: values.mtu }),
    projects: source.projects.length === 0 ? ['default'] : projectsOf(source, intent),
    vms: [],
  };
};

/** VMs that run where the clone is not. A node whose state nobody sees is not said to lack it. */
const checkReach = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): readonly Guard[] => {
  if (source.medium === 'layer2') return [];
  const reached = new Set(carriers(graph, source, intent).map(({ name }) => name));
  const { nadOf } = moveIntentOf(graph, intent);
  return intent.nics.flatMap((nic) => {
    const vm = `${nic.namespace}/${nic.name}`;
    const node = graph.vms.get(vm)?.node ?? '';
    const seen = graph.nodes.get(node)?.state?.hasState === true;
    if (!seen || reached.has(node)) return [];
    const message = text('NAD {{nad}} does not reach node {{node}}, where VM {{vm}} runs now.', {
      nad: nadOf(nic),
      node,
      vm,
    });
    return [guard('PRE-007', 'warn', 'vms', message)];
  });
};

const checkRemoval = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): readonly Guard[] => {
  const moved = new Set(
    intent.nics.map(({ namespace, name, nic }) => `${namespace}/${name}/${nic}`),
  );
  const projects = new Set(projectsOf(source, intent));
  const left = source.users.filter(
    ({ key, nadKey = '' }) => !moved.has(key) && projects.has(nadKey.split('/')[0] ?? ''),
  );
  const guards: Guard[] = [];
  if (left.length > 0) {
    const message = text(
      '{{total}} VM NICs would stay on the old network: move them, too, or keep it.',
      { total: left.length },
    );
    guards.push(guard('PRE-003', 'block', 'vms', message));
  }
  if (graph.snapshot.vms.state !== 'complete') {
    const message = text('Not all VMs can be seen, so the old network has to be kept.');
    guards.push(guard('PRE-003', 'block', 'vms', message));
  }
  const owner = metasOf(source, projects)
    .map(gitOpsOwner)
    .find((found) => found?.isCertain === true);
  if (owner !== undefined) {
    const message = text(
      'The old network is kept by {{tool}} ({{application}}), which would make it again: remove it there.',
      { tool: owner.tool, application: owner.application },
    );
    guards.push(guard('GIT-001', 'block', 'networkName', message));
  }
  return guards;
};

const metasOf = ({ origin }: CloneSource, projects: ReadonlySet<string>) =>
  origin.type === 'definition'
    ? [origin.definition.meta]
    : origin.records.map(({ meta }) => meta).filter(({ namespace }) => projects.has(namespace));
