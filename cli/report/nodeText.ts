/** The nodes, folded by network shape: how many alike, and what is different about the others. */
import { formatText } from '../../src/cluster/text';
import type { NetworkGraph } from '../../src/network/networkGraph';
import { profilesOf } from '../../src/network/profiles';
import type { Profile } from '../../src/network/profiles';
import { some, wrap } from './layout';

const profileLines = (profile: Profile): readonly string[] => {
  const title = formatText(profile.title);
  const names = profile.nodes.length === 1 ? '' : `: ${some(profile.nodes, 6)}`;
  return [
    wrap(`${title}${names}`, '  '),
    ...profile.differences.map((difference) => wrap(formatText(difference), '      ')),
  ];
};

/** Takes the graph, and the node that the answer is limited to. */
export const nodeText = (graph: NetworkGraph, node: string | undefined): string => {
  const profiles = profilesOf(graph).filter(
    (profile) => node === undefined || profile.nodes.includes(node),
  );
  return profiles.length === 0 ? '  none' : profiles.flatMap(profileLines).join('\n');
};
