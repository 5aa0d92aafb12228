/**
 * The uplinks that a flow could use on the chosen nodes, each usable as it stands: bridges that
 * exist before new ones, NICs without a caution before others.
 */
import { BR_EX } from '../cluster/ovnNames';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NodeView } from '../network/networkGraph';
import type { FlowId, UplinkChoice } from './attachIntent';
import { bridgeChoices, bridgeTypeOf } from './bridgeChoices';
import type { BridgeType } from './bridgeChoices';
import { isInterfaceName } from './names';
import { nicChoices } from './nicChoices';
import { perNodes } from './perNodes';
import type { Wish } from './wish';

export const uplinkCandidates = (
  flow: FlowId,
  wish: Wish,
  nodes: readonly NodeView[],
): readonly UplinkChoice[] => {
  switch (flow) {
    case 'layer2':
      return [{ type: 'none' }];
    case 'sharedUntagged':
    case 'sharedNative':
      return [{ type: 'existingBridge', bridge: BR_EX }];
    case 'sharedTagged':
      return vlanBridges(wish, nodes);
    case 'dedicatedNic':
    case 'linuxBridge':
      return [
        ...existing(flow, nodes).filter(({ bridge }) => bridge !== BR_EX),
        ...newBridges(flow, nodes),
      ];
    case 'cudnLocalnet':
      return [...existing(flow, nodes), ...newBridges(flow, nodes)];
  }
};

const existing = (flow: FlowId, nodes: readonly NodeView[]) =>
  bridgeTypeOf(flow) === 'linux-bridge' ? linuxBridges(nodes, '') : ovsBridges(nodes, '');

const usable = (nodes: readonly NodeView[], type: BridgeType) =>
  bridgeChoices(nodes, type)
    .filter(
      ({ name, obstacle }) =>
        obstacle === undefined &&
        (name === BR_EX || nodes.every((node) => !node.protectedInterfaces.has(name))),
    )
    .map(({ name }) => ({ type: 'existingBridge', bridge: name }) as const);

const ovsBridges = perNodes((nodes) => usable(nodes, 'ovs-bridge'));
const linuxBridges = perNodes((nodes) => usable(nodes, 'linux-bridge'));

const newBridges = (flow: FlowId, nodes: readonly NodeView[]): readonly UplinkChoice[] =>
  bridgesOnNics(nodes, flow === 'linuxBridge' ? 'br' : 'br-vms');

const bridgesOnNics = perNodes((nodes, base): readonly UplinkChoice[] => {
  const bridge = freeBridgeName(base, nodes);
  return nicChoices(nodes)
    .filter(({ obstacle }) => obstacle === undefined)
    .sort((a, b) => Number(a.caution !== undefined) - Number(b.caution !== undefined))
    .map(({ name }) => ({ type: 'newBridge', bridge, nics: [name] }));
});

/** `br-vms`, `br-vms2`, ...; `br1`, `br2`, ... for a Linux bridge, as the docs name them. */
export const freeBridgeName = (base: string, nodes: readonly NodeView[]): string => {
  const isFree = (name: string) => nodes.every((node) => !node.byName.has(name));
  if (base !== 'br' && isFree(base)) return base;
  let number = base === 'br' ? 1 : 2;
  while (!isFree(`${base}${number}`)) number += 1;
  return `${base}${number}`;
};

const vlanBridges = (wish: Wish, nodes: readonly NodeView[]): readonly UplinkChoice[] => {
  const vlan = wish.reach.type === 'vlan' ? wish.reach.vlan : undefined;
  const inVlan = bridgeChoices(nodes, 'linux-bridge').filter(
    ({ name, obstacle }) =>
      obstacle === undefined && nodes.every((node) => node.bridges.get(name)?.insideVlan === vlan),
  );
  const name = freeBridgeName(`br-${vlan ?? ''}`, nodes);
  return [
    ...inVlan.map((choice) => ({ type: 'existingBridge', bridge: choice.name }) as const),
    ...(isInterfaceName(name) ? [{ type: 'vlanBridge', bridge: name } as const] : []),
  ];
};

/** Whether an uplink is what the form was opened from; all are where it was opened from none. */
export const isPreferred = (
  { preferred: { bridge, nic } = {} }: Pick<Wish, 'preferred'>,
  uplink: UplinkChoice,
): boolean => {
  if (bridge === undefined && nic === undefined) return true;
  return (
    (uplink.type === 'existingBridge' && uplink.bridge === bridge) ||
    (uplink.type === 'newBridge' && nic !== undefined && uplink.nics.includes(nic))
  );
};

/** Why a flow has no uplink at all here. */
export const noUplink = (flow: FlowId): Text =>
  flow === 'linuxBridge'
    ? text('There is no Linux bridge on all chosen nodes, and no NIC that is free on all of them.')
    : text('There is no OVS bridge on all chosen nodes, and no NIC that is free on all of them.');
