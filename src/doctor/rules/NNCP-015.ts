/** NNCP-015: the documentation wants every OVS bridge to have an internal interface of its name. */
import { text } from '../../cluster/text';
import { memoBy } from '../../network/memoBy';
import { entityId } from '../../network/model';
import type { NodeView } from '../../network/networkGraph';
import { bridgeId, judgeOwnBridges, mendSubject } from '../facts/bridgeFaults';
import { fault } from '../finding';
import type { Rule } from '../model';

const id = 'NNCP-015';

/** Names of the node's bridges that have an OVS interface of their name. */
const bridgesWithInterface = memoBy(({ state, bridges }: NodeView): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { type, name } of state?.interfaces ?? []) {
    if (type === 'ovs-interface' && bridges.has(name)) names.add(name);
  }
  return names;
});

export const NNCP_015: Rule = {
  id,
  title: text('OVS bridge has no internal interface'),
  severity: 'info',
  tier: 'S',
  reads: ['nodeStates'],
  consults: ['policies', 'nodes', 'enactments'],
  source: 'openshift-docs modules/virt-node-network-considerations-localnet.adoc',
  check: (context) =>
    judgeOwnBridges(id, context, (own) => {
      const { node, bridge } = own;
      if (bridgesWithInterface(node).has(bridge.name)) return undefined;
      return fault({
        severity: 'info',
        subject: mendSubject(own),
        related: [bridgeId(own), entityId('node', node.name)],
        message: text('Bridge {{bridge}} on {{node}} has no internal interface of its name.', {
          bridge: bridge.name,
          node: node.name,
        }),
        symptom: text('The documentation asks for one; nothing may be visible.'),
        fix: text('Add {{bridge}} to the ports of the bridge, and an ovs-interface of that name.', {
          bridge: bridge.name,
        }),
      });
    }),
};
