/**
 * NNCP-019: an interface that becomes a port of a bridge or bond loses its addresses. Whatever
 * used them (storage, migration, management) is cut off.
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { InterfaceRecord, IpAddress } from '../../cluster/interfaceRecord';
import type { PolicyRecord } from '../../cluster/policyRecord';
import { text } from '../../cluster/text';
import { interfaceId } from '../../network/interfaceState';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoState } from '../../network/nodeEvidence';
import { wantedPorts } from '../facts/enslavedPorts';
import type { EnslavedPort } from '../facts/enslavedPorts';
import { memoBy } from '../../network/memoBy';
import { nameList } from '../facts/nameList';
import { policyId } from '../facts/policyIds';
import { intentOn, isWanted } from '../../network/policyIntent';
import { unseenNodes } from '../facts/policyNodes';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { notesFrom, policyNotes } from '../facts/policyNotes';
import type { PolicyNotes } from '../facts/policyNotes';

const id = 'NNCP-019';

interface Loss {
  readonly node: NodeView;
  readonly port: EnslavedPort;
  /** The address, or the destination of the route, that goes away. */
  readonly what: string;
}

const LINK_LOCAL = /^(169\.254\.|fe[89ab][0-9a-f]:)/i;

const addressesOf = (entry: InterfaceRecord): readonly IpAddress[] => [
  ...(entry.ipv4?.addresses ?? []),
  ...(entry.ipv6?.addresses ?? []),
];

/** Addresses that the document gives to interfaces. */
const givenAddresses = memoBy(
  (desired: DesiredState): ReadonlySet<string> =>
    new Set(
      desired.interfaces
        .filter(isWanted)
        .flatMap(addressesOf)
        .map(({ ip }) => ip),
    ),
);

/** An address of the NIC that the document does not give to another interface. */
const lostAddress = (nic: InterfaceRecord, moved: ReadonlySet<string>): string | undefined => {
  const lost = addressesOf(nic).find(({ ip }) => !LINK_LOCAL.test(ip) && !moved.has(ip));
  return lost === undefined ? undefined : `${lost.ip}/${lost.prefix}`;
};

const NO_HOP = new Set(['', '0.0.0.0', '::']);

/** Routes with a next hop are somebody's; those without come with the address. */
const routeOver = (node: NodeView, nic: string): string | undefined =>
  node.state?.routes.find(
    (route) => route.nextHopInterface === nic && !NO_HOP.has(route.nextHopAddress),
  )?.destination;

const holds = (node: NodeView, port: EnslavedPort): boolean =>
  node.controllerOf.get(port.name) === (port.controller.split('/').at(-1) ?? '');

const NO_LOSS: readonly Loss[] = [];

const lossesOn = (policy: PolicyRecord, node: NodeView): readonly Loss[] => {
  const intent = intentOn(policy, node);
  if (intent === undefined) return NO_LOSS;
  const moved = givenAddresses(intent);
  return wantedPorts(intent).flatMap((port): readonly Loss[] => {
    const nic = node.byName.get(port.name);
    if (nic === undefined || nic.type === 'ovs-interface') return NO_LOSS;
    const lost = lostAddress(nic, moved);
    const what = lost ?? (moved.size > 0 ? undefined : routeOver(node, port.name));
    return what === undefined || holds(node, port) ? NO_LOSS : [{ node, port, what }];
  });
};

const takesPorts = (policy: PolicyRecord, node: NodeView): boolean => {
  const intent = intentOn(policy, node);
  return intent !== undefined && wantedPorts(intent).length > 0;
};

const noteOn = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  node: NodeView,
): PolicyNotes<Loss> | undefined => {
  const found = lossesOn(policy, node);
  if (found.length > 0 || node.state?.hasState === true) return notesFrom(found, undefined);
  const doubt = takesPorts(policy, node) ? whyNoState(graph.snapshot, node, node.name) : undefined;
  return doubt === undefined ? undefined : { found, doubt };
};

const judgePolicies = policyNotes<Loss>();

const judgePolicy = (
  graph: NetworkGraph,
  policy: PolicyRecord,
  { found: losses, doubt }: PolicyNotes<Loss>,
): Judgement | undefined => {
  const [first] = losses;
  if (first === undefined) {
    const unseen = wantedPorts(policy.desired).length > 0 ? unseenNodes(graph) : undefined;
    const reason = doubt ?? unseen;
    return reason === undefined ? undefined : unclear(policyId(policy), reason);
  }
  const alike = losses.filter(({ port }) => port.name === first.port.name);
  return fault({
    severity: 'warning',
    subject: policyId(policy),
    related: losses.flatMap(({ node, port }) => [
      entityId('node', node.name),
      interfaceId(node, port.name),
    ]),
    message: text(
      'Policy {{policy}} makes {{nic}} a port of {{controller}}, but it has {{what}} on {{nodes}}.',
      {
        policy: policy.meta.name,
        nic: first.port.name,
        controller: first.port.controller,
        what: first.what,
        nodes: nameList(alike.map(({ node }) => node.name)),
      },
    ),
    symptom: text(
      'The address or route vanishes, and with it storage, migration or management traffic.',
    ),
    fix: text('Use a NIC without addresses, or move the address to the bridge in the same policy.'),
  });
};

export const NNCP_019: Rule = {
  id,
  title: text('A NIC with an IP address becomes a port'),
  severity: 'warning',
  tier: 'N',
  reads: ['policies', 'nodeStates'],
  consults: ['nodes', 'enactments'],
  source: 'openshift-docs modules/creating-a-physical-network.adoc',
  check: (context) => {
    const { graph } = context;
    return judgePolicies(
      context,
      id,
      (policy, node) => noteOn(graph, policy, node),
      (policy, notes) => judgePolicy(graph, policy, notes),
    );
  },
};
