/**
 * What the form has to say about the link that opened it: things that are not there any more, and
 * a NIC that cannot be used. What it can use is filled in and needs no words.
 */
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import type { NetworkGraph } from '../network/networkGraph';
import { nicObstacle } from './nicChoices';
import type { StartingPoint } from './startingPoint';

export const startNotes = (
  graph: NetworkGraph,
  { vms = [], node, nic }: StartingPoint,
): readonly Text[] => {
  const notes = vms
    .filter((vm) => graph.vms.get(vm)?.vm === undefined)
    .map((vm) => text('VM {{vm}} does not exist.', { vm }));
  if (node === undefined) return notes;
  const view = graph.nodes.get(node);
  if (view?.record === undefined) {
    return [...notes, text('Node {{node}} does not exist, or you may not see it.', { node })];
  }
  const obstacle = nic === undefined ? undefined : nicObstacle(nic, [view]);
  return obstacle === undefined ? notes : [...notes, obstacle];
};
