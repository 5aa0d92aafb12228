/**
 * NODE-011: the switch side differs. A VLAN that some ports carry and others do not works until
 * the VM moves, or until the bond uses its other member.
 */
import { PHYSNET } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { LocalnetView, NetworkGraph, NodeView } from '../../network/networkGraph';
import { lldpVlans } from '../facts/lldpVlans';
import { localnetBridges, spanIds } from '../facts/localnetSpan';
import type { Carrier } from '../wiredNads';
import { nameList } from '../facts/nameList';
import { whySpanUnknown } from '../facts/spanEvidence';
import { fault, judge, unclear } from '../finding';
import type { Fault, Judgement } from '../finding';
import type { Rule } from '../model';
import { changesHosts } from '../facts/changesHosts';
import { changesWires } from '../facts/changesWires';

const id = 'NODE-011';

interface Heard {
  readonly node: string;
  readonly nic: string;
  readonly vlans: ReadonlySet<number>;
}

const hear = (node: NodeView, nics: readonly string[], heard: Heard[]): void => {
  for (const nic of nics) {
    const vlans = lldpVlans(node, nic);
    if (vlans !== undefined) heard.push({ node: node.name, nic, vlans });
  }
};

const distinctLists = (heard: readonly Heard[]): readonly ReadonlySet<number>[] => [
  ...new Set(heard.map(({ vlans }) => vlans)),
];

const portName = ({ node, nic }: Heard): string => `${node}/${nic}`;

const warn = (
  localnet: LocalnetView,
  span: readonly Carrier[],
  ports: readonly Heard[],
  message: Text,
): Fault =>
  fault({
    severity: 'warning',
    subject: localnet.id,
    related: [
      ...spanIds(localnet, span),
      ...ports.map(({ node, nic }) => entityId('nic', node, nic)),
    ],
    message,
    symptom: text('A VM works on one node or bond member and is cut off on another.'),
    fix: text('Allow the same VLANs on all switch ports of the localnet.'),
  });

const listeningNodes = (heard: readonly Heard[]): number =>
  new Set(heard.map(({ node }) => node)).size;

const unevenVlan = (
  localnet: LocalnetView,
  span: readonly Carrier[],
  heard: readonly Heard[],
): Fault | undefined => {
  const lists = distinctLists(heard);
  if (lists.length < 2 || listeningNodes(heard) < 2) return undefined;
  for (const { vlan } of localnet.networks) {
    if (vlan === undefined) continue;
    const carrying = lists.filter((vlans) => vlans.has(vlan)).length;
    if (carrying === 0 || carrying === lists.length) continue;
    const without = heard.filter(({ vlans }) => !vlans.has(vlan));
    const message = text(
      'VLAN {{vlan}} of localnet {{localnet}} is not advertised at {{ports}}, but at other ports.',
      {
        vlan,
        localnet: localnet.name,
        ports: nameList(without.map(portName)),
      },
    );
    return warn(localnet, span, without, message);
  }
  return undefined;
};

const listText = (vlans: ReadonlySet<number>): string => [...vlans].sort((a, b) => a - b).join(',');

const unevenBond = (localnet: LocalnetView, span: readonly Carrier[]): Fault | undefined => {
  for (const at of span) {
    for (const part of at.bridge.stack.all) {
      if (part.kind !== 'bond') continue;
      const members = part.below.map(({ name }) => name);
      const heard: Heard[] = [];
      hear(at.node, members, heard);
      if (new Set(distinctLists(heard).map(listText)).size < 2) continue;
      const message = text(
        'The members of bond {{bond}} on {{node}} are on switch ports with different VLANs.',
        {
          bond: part.name,
          node: at.node.name,
        },
      );
      return warn(localnet, span, heard, message);
    }
  }
  return undefined;
};

const judgeLocalnet = (graph: NetworkGraph, localnet: LocalnetView): Judgement | undefined => {
  const vlans = localnet.networks.filter(({ vlan }) => vlan !== undefined);
  if (localnet.name === PHYSNET && vlans.length === 0) return undefined;
  const span = localnetBridges(graph, localnet);
  const heard: Heard[] = [];
  for (const { node, bridge } of span) hear(node, bridge.leaves, heard);
  const found = unevenVlan(localnet, span, heard) ?? unevenBond(localnet, span);
  if (found !== undefined) return found;
  if (vlans.length === 0 || listeningNodes(heard) >= 2) return undefined;
  const blind = whySpanUnknown(graph, span);
  if (blind !== undefined) return unclear(localnet.id, blind);
  if (span.length < 2) return undefined;
  return unclear(
    localnet.id,
    text('Fewer than two nodes hear by LLDP which VLANs the switch carries for {{localnet}}.', {
      localnet: localnet.name,
    }),
  );
};

export const NODE_011: Rule = {
  id,
  title: text('Switch side differs between nodes'),
  severity: 'warning',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'nads', 'cudns', 'udns', 'vms', 'vmis'],
  heeds: { nodeStates: changesWires, vms: changesHosts, vmis: changesHosts },
  source: 'nmstate rust/src/lib/lldp.rs (ieee-802-1-vlans)',
  check: ({ graph }) =>
    judge(id, graph.localnets.values(), (localnet) => judgeLocalnet(graph, localnet)),
};
