/**
 * Guards of the network name and its projects: legal, not somebody else's, and usable by the VMs.
 * PRE-011, NAD-007, NAD-008, NAD-009 and the Multus namespace rule B.2.
 */
import { ovnName } from '../cluster/ovnNames';
import { text } from '../cluster/text';
import type { NetworkGraph, NetworkView, NodeView } from '../network/networkGraph';
import type { AttachIntent } from './attachIntent';
import { existingNetwork } from './existingNetwork';
import type { Guard } from './model';
import { isLocalnetName, isNadName, isReservedNetworkName } from './names';

export const checkNetworkName = (
  graph: NetworkGraph,
  intent: AttachIntent,
  nodes: readonly NodeView[],
): readonly Guard[] => [
  ...checkName(intent.networkName),
  ...checkTaken(graph, intent, nodes),
  ...checkCollision(graph, intent.networkName),
  ...checkProjects(graph, intent),
];

const block = (id: string, field: Guard['field'], message: Guard['message']): Guard => ({
  id,
  level: 'block',
  field,
  message,
});

const checkName = (name: string): readonly Guard[] => {
  if (!isNadName(name) || !isLocalnetName(name)) {
    return [
      block(
        'NNCP-018',
        'networkName',
        text(
          'A network name has up to 63 lower-case letters, digits and dashes, and begins with a letter or 1 to 9.',
        ),
      ),
    ];
  }
  if (isReservedNetworkName(name)) {
    return [
      block(
        'NAD-009',
        'networkName',
        text('{{network}} is a name that OVN-Kubernetes keeps for itself.', { network: name }),
      ),
    ];
  }
  return [];
};

/** A network of that name exists: fine when it is the very network that is wanted. */
const checkTaken = (
  graph: NetworkGraph,
  intent: AttachIntent,
  nodes: readonly NodeView[],
): readonly Guard[] => {
  const existing = existingNetwork(graph, intent);
  if (existing === undefined) return [];
  const difference = networkDifference(existing, intent, nodes);
  if (difference === undefined) return [];
  return [
    block(
      'PRE-011',
      'networkName',
      text(
        'Network {{network}} exists with another configuration ({{difference}}). Choose another name.',
        {
          network: intent.networkName,
          difference,
        },
      ),
    ),
  ];
};

const networkDifference = (
  existing: NetworkView,
  intent: AttachIntent,
  nodes: readonly NodeView[],
): string | undefined => {
  const { flow, uplink } = intent;
  if (flow === 'linuxBridge' || flow === 'sharedTagged') return undefined;
  if ((existing.cudn !== undefined) !== (flow === 'cudnLocalnet')) return 'UserDefinedNetwork';
  const topology = flow === 'layer2' ? 'layer2' : 'localnet';
  if (existing.topology !== topology) return existing.topology;
  if (existing.vlan !== intent.vlan) return `VLAN ${existing.vlan ?? 'untagged'}`;
  if (uplink.type === 'newBridge') return existing.physicalName;
  const bridge = uplink.type === 'existingBridge' ? uplink.bridge : undefined;
  const elsewhere =
    bridge === undefined
      ? undefined
      : nodes.find((node) => node.mappings?.get(existing.physicalName) !== bridge);
  if (elsewhere !== undefined) return `${existing.physicalName}, ${elsewhere.name}`;
  if (intent.mtu !== undefined && existing.mtu !== undefined && existing.mtu !== intent.mtu) {
    return `MTU ${existing.mtu}`;
  }
  return undefined;
};

/** OVN turns `-` and `/` into `.`: two names that differ only there fight over one switch. */
const checkCollision = (graph: NetworkGraph, name: string): readonly Guard[] => {
  const inside = ovnName(name);
  for (const other of graph.networks.keys()) {
    if (other !== name && ovnName(other) === inside) {
      return [
        block(
          'NAD-007',
          'networkName',
          text(
            '{{network}} and the existing network {{other}} are one name inside OVN. Choose another name.',
            {
              network: name,
              other,
            },
          ),
        ),
      ];
    }
  }
  return [];
};

const checkProjects = (graph: NetworkGraph, intent: AttachIntent): readonly Guard[] => {
  if (intent.projects.length === 0) {
    return [block('VM-001', 'projects', text('Choose at least one project.'))];
  }
  const guards: Guard[] = [];
  for (const namespace of intent.projects) {
    const nad = graph.snapshot.nads.items.get(`${namespace}/${intent.networkName}`);
    if (nad === undefined) continue;
    const network = graph.networkOfNad(`${namespace}/${intent.networkName}`);
    if (network?.name === intent.networkName) continue;
    guards.push(
      block(
        'PRE-011',
        'projects',
        text('Project {{project}} has another NAD named {{nad}}.', {
          project: namespace,
          nad: intent.networkName,
        }),
      ),
    );
  }
  return guards;
};
