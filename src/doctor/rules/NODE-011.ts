/**
 * NODE-011: the switch side differs. A VLAN that some ports carry and others do not works until
 * the VM moves, or until the bond uses its other member.
 */
import { PHYSNET } from '../../cluster/ovnNames';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { LocalnetView, NetworkGraph } from '../../network/networkGraph';
import { lldpVlans } from '../facts/lldpVlans';
import { localnetBridges, spanIds } from '../facts/localnetSpan';
import type { LocalnetBridge } from '../facts/localnetSpan';
import { nameList } from '../facts/nameList';
import { flattenPart, uplinkParts } from '../facts/uplinkParts';
import { fault, judge, unclear } from '../finding';
import type { Fault, Judgement } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-011';

interface Heard {
  readonly node: string;
  readonly nic: string;
  readonly vlans: ReadonlySet<number>;
}

const heardAt = ({ node, bridge }: LocalnetBridge): readonly Heard[] =>
  bridge.leaves.flatMap((nic) => {
    const vlans = lldpVlans(node, nic);
    return vlans === undefined ? [] : [{ node: node.name, nic, vlans }];
  });

const portName = ({ node, nic }: Heard): string => `${node}/${nic}`;

const warn = (
  localnet: LocalnetView,
  span: readonly LocalnetBridge[],
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

const unevenVlan = (
  localnet: LocalnetView,
  span: readonly LocalnetBridge[],
  heard: readonly Heard[],
): Fault | undefined => {
  if (new Set(heard.map(({ node }) => node)).size < 2) return undefined;
  for (const { vlan } of localnet.networks) {
    if (vlan === undefined) continue;
    const without = heard.filter(({ vlans }) => !vlans.has(vlan));
    if (without.length === 0 || without.length === heard.length) continue;
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

const unevenBond = (localnet: LocalnetView, span: readonly LocalnetBridge[]): Fault | undefined => {
  for (const at of span) {
    for (const part of uplinkParts(at.node, at.bridge).flatMap(flattenPart)) {
      if (part.kind !== 'bond') continue;
      const heard = part.below.flatMap(({ name }) => {
        const vlans = lldpVlans(at.node, name);
        return vlans === undefined ? [] : [{ node: at.node.name, nic: name, vlans }];
      });
      if (new Set(heard.map(({ vlans }) => listText(vlans))).size < 2) continue;
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
  const heard = span.flatMap(heardAt);
  const found = unevenVlan(localnet, span, heard) ?? unevenBond(localnet, span);
  if (found !== undefined) return found;
  const listening = new Set(heard.map(({ node }) => node)).size;
  if (vlans.length === 0 || span.length < 2 || listening >= 2) return undefined;
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
  consults: ['nodes', 'policies', 'enactments', 'nads', 'cudns', 'udns'],
  source: 'nmstate rust/src/lib/lldp.rs (ieee-802-1-vlans)',
  check: ({ graph }) =>
    judge(id, graph.localnets.values(), (localnet) => judgeLocalnet(graph, localnet)),
};
