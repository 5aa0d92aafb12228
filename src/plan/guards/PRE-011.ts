/**
 * PRE-011: a network name is one for the whole cluster. One that exists is fine when it is the
 * very network that is wanted (NAD-008); one that OVN makes equal is not (NAD-007).
 */
import { ovnName } from '../../cluster/ovnNames';
import { text } from '../../cluster/text';
import type { NetworkGraph, NetworkView, NodeView } from '../../network/networkGraph';
import { cudnNameOf } from '../../network/networkView';
import type { AttachIntent } from '../attachIntent';
import { canJoinByLabel, isHiddenCudn } from '../cudnSteps';
import { existingNetwork } from '../existingNetwork';
import { namesInOvn } from '../namesInOvn';
import type { FlowContext } from '../flows/flow';
import type { Guard } from '../model';
import { bridgeTypeOf } from '../bridgeChoices';
import { nadInProject } from '../nadInProject';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

const ID = 'PRE-011';

export const PRE_011: GuardRule = {
  id: ID,
  check: (context) => [
    ...checkTaken(context),
    ...checkCollision(context.graph, context.intent),
    ...checkProjects(context),
    ...checkSelector(context),
  ],
};

const checkTaken = ({ graph, intent, nodes }: FlowContext): readonly Guard[] => {
  const existing = existingNetwork(graph, intent);
  if (existing === undefined) return [];
  const difference = networkDifference(existing, intent, nodes);
  if (difference === undefined) return [];
  return [
    guard(
      ID,
      'block',
      'networkName',
      text('Network {{network}} exists with another configuration ({{difference}}).', {
        network: intent.networkName,
        difference,
      }),
      text('Choose another name.'),
    ),
  ];
};

const networkDifference = (
  existing: NetworkView,
  intent: AttachIntent,
  nodes: readonly NodeView[],
): string | undefined => {
  const { flow, uplink } = intent;
  const isCudn = cudnNameOf(existing) !== undefined;
  if (isCudn !== (flow === 'cudnLocalnet')) return 'UserDefinedNetwork';
  const topology = flow === 'layer2' ? 'layer2' : 'localnet';
  if (existing.topology !== topology) return existing.topology;
  if (existing.vlan !== intent.vlan) return `VLAN ${existing.vlan ?? 'untagged'}`;
  const isMapped = nodes.some((node) => node.mappings?.has(existing.physicalName) === true);
  if (uplink.type === 'newBridge' && isMapped) return existing.physicalName;
  const subnets = intent.addressing.type === 'cluster' ? intent.addressing.subnets : [];
  if ([...subnets].sort().join() !== [...existing.subnets].sort().join()) {
    return `IPAM ${existing.subnets.join(', ')}`.trim();
  }
  return intent.mtu !== undefined && existing.mtu !== undefined && existing.mtu !== intent.mtu
    ? `MTU ${existing.mtu}`
    : undefined;
};

/** OVN turns `-` and `/` into `.`: two names that differ only there fight over one switch. */
const checkCollision = (
  graph: NetworkGraph,
  { flow, networkName }: AttachIntent,
): readonly Guard[] => {
  if (bridgeTypeOf(flow) === 'linux-bridge' || flow === 'cudnLocalnet') return [];
  const same = namesInOvn(graph).get(ovnName(networkName)) ?? [];
  const other = same.find((name) => name !== networkName);
  if (other === undefined) return [];
  return [
    guard(
      'NAD-007',
      'block',
      'networkName',
      text('{{network}} and the existing network {{other}} are one name inside OVN.', {
        network: networkName,
        other,
      }),
      text('Choose another name.'),
    ),
  ];
};

/** A NAD of that name in a chosen project must be one of the very network. */
const checkProjects = ({ graph, intent }: FlowContext): readonly Guard[] =>
  intent.projects.flatMap((namespace) => {
    const key = `${namespace}/${intent.networkName}`;
    if (!graph.snapshot.nads.items.has(key) || isWanted(graph, intent, key)) return [];
    return [
      guard(
        ID,
        'block',
        'projects',
        text('Project {{project}} has another NAD named {{nad}}.', {
          project: namespace,
          nad: intent.networkName,
        }),
        text('Choose another name.'),
      ),
    ];
  });

const isWanted = (graph: NetworkGraph, intent: AttachIntent, key: string): boolean => {
  if (bridgeTypeOf(intent.flow) === 'linux-bridge') return isSameBridgeNad(graph, intent, key);
  const network = graph.networkOfNad(key);
  if (network === undefined) return false;
  if (intent.flow === 'cudnLocalnet') return cudnNameOf(network) === intent.networkName;
  const [namespace = ''] = key.split('/');
  return (
    network.name === intent.networkName ||
    (intent.flow === 'layer2' &&
      network.topology === 'layer2' &&
      [`${namespace}_${intent.networkName}`, `${namespace}-${intent.networkName}`].includes(
        network.name,
      ))
  );
};

const isSameBridgeNad = (graph: NetworkGraph, intent: AttachIntent, key: string): boolean => {
  const config = graph.snapshot.nads.items.get(key)?.config;
  if (config === undefined || !('plugin' in config) || config.plugin.family !== 'bridge') {
    return false;
  }
  const { bridge, vlan } = config.plugin;
  const wanted = intent.flow === 'sharedTagged' ? undefined : intent.vlan;
  const here = vlan === undefined || vlan.value === 0 ? undefined : vlan.value;
  return 'bridge' in intent.uplink && bridge === intent.uplink.bridge && here === wanted;
};

/** Only who sees the CUDN can have a project join it. */
const checkOffered = (graph: NetworkGraph, intent: AttachIntent): readonly Guard[] =>
  intent.projects
    .filter((project) => !nadInProject(graph, intent, project).exists)
    .map((project) =>
      guard(
        'CUDN-003',
        'block',
        'projects',
        text('Network {{network}} is not offered in project {{project}}.', {
          network: intent.networkName,
          project,
        }),
        text('Have the project added by an administrator.'),
      ),
    );

/** A CUDN that exists is not edited: a project joins it by a label, or not at all. */
const checkSelector = ({ graph, intent }: FlowContext): readonly Guard[] => {
  if (intent.flow !== 'cudnLocalnet') return [];
  if (isHiddenCudn({ graph, intent })) return checkOffered(graph, intent);
  const cudn = graph.snapshot.cudns.items.get(intent.networkName);
  const labels = (project: string) =>
    graph.snapshot.namespaces.items.get(project)?.meta.labels ?? {};
  if (cudn === undefined) {
    const label = `vm-network/${intent.networkName}`;
    return intent.projects.flatMap((project) => {
      const value = labels(project)[label];
      if (value === undefined || value === 'true') return [];
      return [
        guard(
          ID,
          'block',
          'projects',
          text('Project {{project}} has the label {{label}} with another value, {{value}}.', {
            project,
            label,
            value,
          }),
          text('Choose another name.'),
        ),
      ];
    });
  }
  const selected = new Set(graph.namespacesOfCudn(intent.networkName));
  return intent.projects
    .filter(
      (project) =>
        !selected.has(project) && !canJoinByLabel(cudn.namespaceSelector, labels(project)),
    )
    .map((project) =>
      guard(
        'CUDN-003',
        'block',
        'projects',
        text(
          'ClusterUserDefinedNetwork {{network}} cannot take in project {{project}} by a label.',
          {
            network: intent.networkName,
            project,
          },
        ),
        text('Have its namespaceSelector changed by an administrator.'),
      ),
    );
};
