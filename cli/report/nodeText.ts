/** The nodes, folded by network shape: how many alike, and what is different about the others. */
import { formatText } from '../../src/cluster/text';
import type { NetworkGraph } from '../../src/network/networkGraph';
import { profilesOf } from '../../src/network/profiles';
import type { Profile } from '../../src/network/profiles';
import { count, some, wrap } from './layout';

/** More differences than this are a node of another kind, not drift; the JSON has them all. */
const MAX_DIFFERENCES = 8;

const profileLines = (profile: Profile): readonly string[] => {
  const title = formatText(profile.title);
  const names = profile.nodes.length === 1 ? '' : `: ${some(profile.nodes, 6)}`;
  const told = profile.differences.slice(0, MAX_DIFFERENCES);
  const more = profile.differences.length - told.length;
  return [
    wrap(`${title}${names}`, '  '),
    ...told.map(({ sentence }) => wrap(formatText(sentence), '      ')),
    ...(more > 0 ? [`      and ${count(more, 'more difference')}`] : []),
  ];
};

/** Takes the graph, and the node that the answer is limited to. */
export const nodeText = (graph: NetworkGraph, node: string | undefined): string => {
  const profiles = profilesOf(graph).filter(
    (profile) => node === undefined || profile.nodes.includes(node),
  );
  return profiles.length === 0 ? '  none' : profiles.flatMap(profileLines).join('\n');
};
