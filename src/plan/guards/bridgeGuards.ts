/** NODE-002, NNCP-018: the bridge that is chosen is there; one that is new has a free, legal name. */
import { text } from '../../cluster/text';
import type { NodeView } from '../../network/networkGraph';
import { bridgeChoice, bridgeTypeOf } from '../bridgeChoices';
import type { Guard } from '../model';
import { isInterfaceName } from '../names';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

export const NODE_002: GuardRule = {
  id: 'NODE-002',
  check: ({ nodes, intent }) => {
    const { uplink, flow } = intent;
    if (nodes.length === 0 || uplink.type !== 'existingBridge') return [];
    if (uplink.bridge === '') {
      return [guard('NODE-002', 'block', 'uplink', text('Choose a bridge.'))];
    }
    const { obstacle } = bridgeChoice(uplink.bridge, nodes, bridgeTypeOf(flow));
    return obstacle === undefined ? [] : [guard('NODE-002', 'block', 'uplink', obstacle)];
  },
};

export const NNCP_018: GuardRule = {
  id: 'NNCP-018',
  check: ({ nodes, intent }) => {
    const { uplink } = intent;
    if (uplink.type !== 'newBridge' && uplink.type !== 'vlanBridge') return [];
    return checkName(nodes, uplink.bridge);
  },
};

const checkName = (nodes: readonly NodeView[], bridge: string): readonly Guard[] => {
  if (!isInterfaceName(bridge) || /[,:]/.test(bridge)) {
    return [
      guard(
        'NNCP-018',
        'block',
        'bridgeName',
        text('A bridge name has 1 to 15 ASCII characters and no space, slash, comma or colon.'),
      ),
    ];
  }
  const holder = nodes.find((node) => node.byName.has(bridge));
  if (holder === undefined) return [];
  return [
    guard(
      'NNCP-018',
      'block',
      'bridgeName',
      text('Node {{node}} already has an interface {{bridge}}.', { node: holder.name, bridge }),
      text('Choose another name, or use the bridge that exists.'),
    ),
  ];
};
