/**
 * What stands against a clone: its name, VLAN and MTU as the wizard's guards see them, the VMs that move,
 * and, where the old network shall go, whoever would stay on it.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import type { NetworkGraph } from '../../network/networkGraph';
import type { AttachIntent, UplinkChoice } from '../attachIntent';
import { checkAttachIntent } from '../checkAttachIntent';
import { checkMove } from '../checkMove';
import { gitOpsOwner } from '../gitOpsOwner';
import type { Guard, GuardLevel, IntentField } from '../model';
import { moveIntentOf } from './planClone';
import type { CloneIntent } from './planClone';
import type { CloneSource } from './cloneSource';

export const checkClone = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): readonly Guard[] => [
  ...checkName(graph, source, intent),
  ...checkValues(graph, source, intent),
  ...checkMove(graph, moveIntentOf(source, intent), () => true),
  ...(intent.old === 'remove' ? checkRemoval(graph, source, intent) : []),
];

const guard = (id: string, level: GuardLevel, field: IntentField, message: Text): Guard => ({
  id,
  level,
  field,
  message,
});

/** Whatever has the name already, be it the same network: a clone is a new object. */
const checkName = (
  graph: NetworkGraph,
  { ref, nads }: CloneSource,
  { name }: CloneIntent,
): readonly Guard[] => {
  const isTaken =
    ref.namespace === ''
      ? graph.snapshot.cudns.items.has(name)
      : graph.snapshot.udns.items.has(`${ref.namespace}/${name}`);
  const nad = nads
    .map((key) => `${key.split('/')[0] ?? ''}/${name}`)
    .find((key) => graph.snapshot.nads.items.has(key));
  if (!isTaken && nad === undefined) return [];
  return [
    guard(
      'PRE-011',
      'block',
      'networkName',
      text('A network named {{name}} is there already.', { name }),
    ),
  ];
};

const OF_THE_NETWORK: readonly IntentField[] = ['networkName', 'vlan', 'mtu'];

const checkValues = (
  graph: NetworkGraph,
  source: CloneSource,
  intent: CloneIntent,
): readonly Guard[] => {
  const { localnet = source.network.physicalName } = intent.values;
  const mappings = graph.localnets.get(localnet)?.mappings;
  const [bridge] = mappings?.values() ?? [];
  const asked = checkAttachIntent(graph, attachIntentOf(source, intent, bridge));
  const guards = asked.filter(({ field }) => OF_THE_NETWORK.includes(field));
  if (source.network.topology !== 'localnet' || bridge !== undefined) return guards;
  const { nodeStates } = graph.snapshot;
  const why = isKnown(nodeStates)
    ? text('No node maps localnet {{localnet}}.', { localnet })
    : whyUnknown('nodeStates', nodeStates);
  return [...guards, guard('NAD-004', 'block', 'uplink', why)];
};

/** The clone as the form's guards know networks; the nodes are those that have the mapping. */
const attachIntentOf = (
  { network, ref }: CloneSource,
  { jobId, name, values }: CloneIntent,
  bridge: string | undefined,
): AttachIntent => {
  const uplink: UplinkChoice =
    bridge === undefined ? { type: 'none' } : { type: 'existingBridge', bridge };
  return {
    jobId,
    flow: network.topology === 'layer2' ? 'layer2' : 'cudnLocalnet',
    nodeSelector: {},
    uplink,
    ...(values.vlan === undefined ? {} : { vlan: values.vlan }),
    addressing: { type: 'outside' },
    networkName: name,
    ...(values.mtu === undefined ? {} : { mtu: values.mtu }),
    projects: ref.namespace === '' ? ['default'] : [ref.namespace],
    vms: [],
  };
};

const checkRemoval = (
  graph: NetworkGraph,
  { users, definition }: CloneSource,
  { nics }: CloneIntent,
): readonly Guard[] => {
  const moved = new Set(nics.map(({ namespace, name, nic }) => `${namespace}/${name}/${nic}`));
  const left = users.filter(({ key }) => !moved.has(key));
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
  const owner = gitOpsOwner(definition.meta);
  if (owner?.isCertain === true) {
    const message = text(
      'The old network is kept by {{tool}} ({{application}}), which would make it again: remove it there.',
      { tool: owner.tool, application: owner.application },
    );
    guards.push(guard('GIT-001', 'block', 'networkName', message));
  }
  return guards;
};
