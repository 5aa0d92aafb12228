/**
 * NODE-012: OVN sends a network's frames tagged to the uplink port of the bridge. A port with an
 * access VLAN, or a trunk list without that VLAN, drops them.
 */
import type { BridgePort, PortVlan } from '../../cluster/interfaceRecord';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import type { NetworkView } from '../../network/networkGraph';
import { dependentsOf } from '../facts/bridgeUse';
import type { BridgeUse } from '../facts/bridgeUse';
import { judgeBridges } from '../facts/judgeBridges';
import { fault } from '../finding';
import type { Fault } from '../finding';
import type { Rule } from '../model';

const id = 'NODE-012';

const passesTrunk = (vlan: PortVlan, wanted: number): boolean =>
  vlan.trunkTags.length === 0 ||
  (vlan.enableNative && vlan.tag === wanted) ||
  vlan.trunkTags.some(({ min, max }) => wanted >= min && wanted <= max);

/** Does the port let the network's frames out? An untagged network passes every trunk. */
const passes = ({ vlan }: BridgePort, network: NetworkView): boolean => {
  if (vlan === undefined || vlan.empty) return true;
  if (vlan.mode === 'access') return vlan.tag === network.vlan;
  return vlan.mode !== 'trunk' || network.vlan === undefined || passesTrunk(vlan, network.vlan);
};

interface Blocked {
  readonly port: BridgePort;
  readonly network: NetworkView;
}

const NOTHING: readonly Blocked[] = [];

const blockedOn = ({ bridge, networks }: BridgeUse): readonly Blocked[] => {
  let blocked: Blocked[] | undefined;
  for (const port of bridge.uplinks) {
    for (const network of networks) {
      if (!passes(port, network)) (blocked ??= []).push({ port, network });
    }
  }
  return blocked ?? NOTHING;
};

const judgeUse = (use: BridgeUse): readonly Fault[] => {
  const blocked = blockedOn(use);
  const [first] = blocked;
  if (first === undefined) return [];
  const values = {
    port: first.port.name,
    bridge: use.bridge.name,
    node: use.node.name,
    network: first.network.name,
    vlan: first.network.vlan ?? '-',
  };
  return [
    fault({
      severity: 'error',
      subject: entityId('bridge', use.node.name, use.bridge.name),
      related: [
        entityId('node', use.node.name),
        ...blocked.map(({ network }) => network.id),
        ...dependentsOf(use),
      ],
      message:
        first.port.vlan?.mode === 'access'
          ? text(
              'Uplink {{port}} of {{bridge}} on {{node}} is an access port of VLAN {{tag}}, but network {{network}} uses VLAN {{vlan}}.',
              { ...values, tag: first.port.vlan.tag ?? '-' },
            )
          : text(
              'Uplink {{port}} of {{bridge}} on {{node}} does not carry VLAN {{vlan}} of network {{network}}.',
              values,
            ),
      symptom: text('VMs of the network reach each other on one node, and nothing beyond.'),
      fix: text('Remove the VLAN filter from the uplink port, or add the VLAN to its trunk-tags.'),
    }),
  ];
};

export const NODE_012: Rule = {
  id,
  title: text('OVS uplink port filters the VLAN'),
  severity: 'error',
  tier: 'N',
  reads: ['nodeStates'],
  consults: ['nodes', 'policies', 'enactments', 'nads', 'cudns', 'udns', 'vms', 'vmis'],
  source: 'nmstate rust/src/lib/ifaces/ovs.rs; ovn-kubernetes localnet controller (tag)',
  check: (context) => judgeBridges(id, context, judgeUse),
};
