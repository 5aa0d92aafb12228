/** The OVN view of a node as text: who is joined to whom, from the wire to the VMs. */
import { formatText } from '../../src/cluster/text';
import type { NetworkGraph } from '../../src/network/networkGraph';
import type { OvnEdge, OvnView } from '../../src/network/ovn/ovnModel';
import { ovnView } from '../../src/network/ovnView';
import { count, some, table, wrap } from './layout';

const MODES: Readonly<Record<OvnView['gatewayMode'], string>> = {
  shared: 'shared: egress leaves through the gateway router',
  local: 'local: egress leaves through the management port and the routing of the host',
  unknown: 'not known',
};

const labelOf = (view: OvnView, id: string): string => {
  const entity = view.entities.get(id);
  if (entity === undefined) return id;
  const vm = entity.kind === 'vmPort' ? `${String(entity.attributes.vm)} ` : '';
  return `${vm}${entity.name}`;
};

const detailOf = ({ attributes }: OvnEdge): string =>
  Object.entries(attributes)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(', ');

/** A network without a VM on the node is in its database too, but says nothing there. */
const isIdle = (view: OvnView, id: string): boolean => {
  const attributes = view.entities.get(id)?.attributes;
  if (attributes?.network === undefined || attributes.network === 'physnet') return false;
  const { network } = attributes;
  return ![...view.entities.values()].some(
    (entity) => entity.attributes.network === network && Number(entity.attributes.ports ?? 0) > 0,
  );
};

/** Takes the graph and a node of it. */
export const ovnText = (graph: NetworkGraph, node: string): string => {
  const view = ovnView(graph, node);
  const idle = new Set([...view.entities.keys()].filter((id) => isIdle(view, id)));
  const rows = [...view.edges.values()]
    .filter(({ source, target }) => !idle.has(source) && !idle.has(target))
    .map((edge) => [labelOf(view, edge.source), labelOf(view, edge.target), detailOf(edge)]);
  const networks = new Set([...idle].map((id) => view.entities.get(id)?.attributes.network));
  const open = [...view.entities.values()].filter(
    ({ id, state }) => state !== 'ok' && !idle.has(id),
  );
  return [
    wrap(`${formatText(view.note)} Gateway mode ${MODES[view.gatewayMode]}.`, '  '),
    table([['FROM', 'TO', 'PORTS'], ...rows], '  '),
    ...(networks.size === 0
      ? []
      : [`  and ${count(networks.size, 'network')} without a VM on this node`]),
    ...open.map(({ name, reason }) => wrap(`${name}: ${reason ? formatText(reason) : ''}`, '  ')),
    wrap(
      `Tunnels to ${
        some(
          view.peers.map((peer) => peer.node),
          8,
        ) || 'no other node'
      }.`,
      '  ',
    ),
  ].join('\n');
};
