/**
 * `br-int` and what OVN hangs on it. NodeNetworkState does not list br-int as a bridge, so it is
 * added where one of its interfaces shows that it is there; bridges reach it through pairs of
 * patch ports. Source: domain reference A.3.2, E.2 (7, 8, 23).
 */
import type { InterfaceRecord } from '../../cluster/interfaceRecord';
import { BR_INT } from '../../cluster/ovnNames';
import { edgeOf, entityOf } from '../fragment';
import type { LooseAttributes } from '../fragment';
import type { NodeContext } from './nodeContext';

const describe = (): LooseAttributes => ({ type: 'ovs-bridge', synthesised: true });

const isOnIntegrationBridge = (record: InterfaceRecord): boolean =>
  record.type === 'ovs-interface' && (record.controller === BR_INT || record.name === BR_INT);

/** Adds br-int and its edges to the cluster's own networks. */
export const addIntegrationBridge = (context: NodeContext): void => {
  const { node, facts } = context;
  const id = context.id('bridge', BR_INT);
  if (!context.has(id)) {
    if (!context.shown.some(isOnIntegrationBridge)) return;
    const fields = { id, kind: 'bridge', name: BR_INT, node } as const;
    context.add(entityOf(fields, describe, undefined, undefined));
  }
  for (const cidr of facts.clusterCidrs) {
    context.connect(edgeOf(id, `clusterNetwork/${cidr}`, 'clusterNetwork'));
  }
  for (const cidr of facts.serviceCidrs) {
    context.connect(edgeOf(id, `serviceNetwork/${cidr}`, 'clusterNetwork'));
  }
};

/** Whether the far end of a patch port is on br-int: by its record, else by OVN's naming. */
const leadsToIntegration = ({ view }: NodeContext, record: InterfaceRecord): boolean => {
  const peer = record.patchPeer ?? '';
  const far = view.byName.get(peer);
  return far === undefined ? peer.startsWith(`patch-${BR_INT}-to-`) : far.controller === BR_INT;
};

/** Connects bridges with their internal interfaces and, through patch ports, with br-int. */
export const connectOvsPorts = (context: NodeContext): void => {
  const integration = context.id('bridge', BR_INT);
  const hasIntegration = context.has(integration);
  for (const record of context.shown) {
    if (record.type !== 'ovs-interface' || record.controller === undefined) continue;
    const bridge = context.id('bridge', record.controller);
    if (!context.has(bridge)) continue;
    if (record.patchPeer === undefined) {
      context.connect(edgeOf(bridge, context.id('internalIf', record.name), 'internal'));
    } else if (hasIntegration && record.controller !== BR_INT) {
      if (leadsToIntegration(context, record)) {
        context.connectOnce(edgeOf(bridge, integration, 'patch'));
      }
    }
  }
};
