/**
 * Whether two graphs look the same in a picture. Most of what a cluster reports all day does not show in
 * its topology: instances that report their phase, labels, agents that say hello. To see that costs next to
 * nothing, and the picture that is there can stay.
 */
import type { Diagnosis, Finding } from '../../doctor/model';
import type { Edge, Entity } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { sameText } from '../../network/shareFragment';
import type { PictureOptions } from './pictureOptions';

/** What a picture is of. */
export interface Pictured {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
}

/** An instance has no place in a picture; only a filter by state asks for it, as for everything. */
const isSilent = ({ kind }: Entity): boolean => kind === 'vmi';
const isSilentEdge = ({ kind }: Edge): boolean => kind === 'instance';

/** Profiles and what they are called are read from the views of nodes themselves. */
const sameNodes = (
  before: ReadonlyMap<string, NodeView>,
  after: ReadonlyMap<string, NodeView>,
): boolean => {
  if (before === after) return true;
  if (before.size !== after.size) return false;
  for (const [name, view] of after) if (before.get(name) !== view) return false;
  return true;
};

/** All that health and its reason are read from. */
const sameFinding = (one: Finding, other: Finding | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    one.subject === other.subject &&
    one.severity === other.severity &&
    sameText(one.message, other.message));

const sameFindings = (before: readonly Finding[], after: readonly Finding[]): boolean =>
  before.length === after.length && before.every((finding, at) => sameFinding(finding, after[at]));

/** False where it is not known. O(what changed, and the number of findings and nodes). */
export const isDrawnAlike = (
  before: Pictured,
  after: Pictured,
  { filter }: Pick<PictureOptions, 'filter'>,
): boolean => {
  if (!sameFindings(before.diagnosis.findings, after.diagnosis.findings)) return false;
  if (before.graph === after.graph) return true;
  if (!sameNodes(before.graph.nodes, after.graph.nodes)) return false;
  const difference = after.graph.differenceFrom(before.graph);
  if (difference === undefined) return false;
  const isFiltered = filter.state.length > 0;
  for (const { entities, edges } of difference) {
    const isSeen = isFiltered
      ? entities.length > 0 || edges.length > 0
      : !entities.every(isSilent) || !edges.every(isSilentEdge);
    if (isSeen) return false;
  }
  return true;
};
