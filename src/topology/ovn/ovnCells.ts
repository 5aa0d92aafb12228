/** Ports and addresses of an OVN view as words: what the lines of its drawing stand for. Pure. */
import type { OvnEdge, OvnView } from '../../network/ovn/ovnModel';
import { attributeList } from '../model/attributeList';
import type { AttributeValue } from '../../network/model';

export interface OvnCells {
  readonly id: string;
  readonly wire: string;
  readonly vm: string;
  readonly ports: string;
  readonly addresses: string;
  readonly vlan: string;
}

const wordsOf = (value: AttributeValue | undefined): string => attributeList(value).join(', ');

const portsOf = ({ attributes }: OvnEdge): string =>
  [attributes.port, attributes.switchPort, attributes.routerPort]
    .map(wordsOf)
    .filter((word) => word !== '')
    .join(' – ');

/** The row of an edge. */
export const ovnCells = ({ entities }: OvnView, edge: OvnEdge): OvnCells => ({
  id: edge.id,
  wire: entities.get(edge.source)?.name ?? edge.source,
  vm: entities.get(edge.target)?.name ?? edge.target,
  ports: portsOf(edge),
  addresses: wordsOf(edge.attributes.addresses),
  vlan: wordsOf(edge.attributes.tag),
});
