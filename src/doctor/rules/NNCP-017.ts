/**
 * NNCP-017: bonding modes that send one MAC address out of several ports confuse a bridge: 0, 5
 * and 6 are not supported under VMs, and active-backup only in part.
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { wantedBonds } from '../facts/bondPlacement';
import { bridgeUsesOn, isForVms } from '../facts/bridgeUse';
import { policyId } from '../facts/policyIds';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';
import { judgeEach } from '../judgeEach';
import { NODES } from '../walk';

const id = 'NNCP-017';
const UNSUPPORTED = new Set(['balance-rr', 'balance-tlb', 'balance-alb']);
const PARTLY = 'active-backup';

interface Placed {
  readonly node: NodeView;
  readonly bond: string;
  readonly mode: string;
  readonly bridge: string;
  readonly subject: string;
}

const messageOf = ({ node, bond, mode, bridge }: Placed): Text => {
  const values = { node: node.name, bond, mode, bridge };
  return mode === PARTLY
    ? text(
        'Bond {{bond}} under {{bridge}} on {{node}} uses mode {{mode}}, which is supported in part only.',
        values,
      )
    : text(
        'Bond {{bond}} under {{bridge}} on {{node}} uses mode {{mode}}, which is not supported under VMs.',
        values,
      );
};

const judgeBond = (placed: Placed): Fault | undefined => {
  const { node, bond, mode, bridge, subject } = placed;
  if (!UNSUPPORTED.has(mode) && mode !== PARTLY) return undefined;
  return fault({
    severity: UNSUPPORTED.has(mode) ? 'error' : 'info',
    subject,
    related: [
      entityId('bond', node.name, bond),
      entityId('bridge', node.name, bridge),
      entityId('node', node.name),
    ],
    message: messageOf(placed),
    symptom: text('VMs lose packets or their connection, as replies come back on another port.'),
    fix: text('Use 802.3ad, balance-xor or active-backup, or an OVS bond with balance-slb.'),
  });
};

const bondsOn = (graph: NetworkGraph, node: NodeView): readonly Placed[] => {
  const placed: Placed[] = [];
  const owned = new Set<string>();
  for (const { policy, entry, bridge } of wantedBonds(graph, node)) {
    const mode = entry.bond?.mode || (node.byName.get(entry.name)?.bond?.mode ?? '');
    owned.add(entityId('bond', node.name, entry.name));
    placed.push({ node, bond: entry.name, mode, bridge, subject: policyId(policy) });
  }
  for (const use of bridgeUsesOn(graph, node)) {
    if (!isForVms(use)) continue;
    for (const part of use.bridge.stack.all) {
      if (part.record?.type !== 'bond' || owned.has(part.id)) continue;
      const mode = part.bond?.mode ?? '';
      placed.push({ node, bond: part.name, mode, bridge: use.bridge.name, subject: part.id });
    }
  }
  return placed;
};

export const NNCP_017: Rule = {
  id,
  title: text('Bonding mode is not supported under VMs'),
  severity: 'error',
  tier: 'S',
  reads: ['policies'],
  consults: ['nodeStates', 'nodes', 'enactments', 'nads', 'cudns', 'udns'],
  source: 'openshift-docs modules/virt-supported-bonding-modes-ovs-bridge.adoc',
  check: (context) =>
    judgeEach(context, id, NODES, (node) =>
      bondsOn(context.graph, node).flatMap((placed) => judgeBond(placed) ?? []),
    ),
};
