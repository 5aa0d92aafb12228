/**
 * Whether it is known which nodes a policy reaches. Node labels tell; without the right to read
 * nodes the enactments do, because NMState makes one per policy and matching node (domain
 * reference A.1.1, A.2).
 */
import { isKnown, whyUnknown } from '../../network/evidence';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Text } from '../../cluster/text';

/** Why the nodes of policies are not known; undefined when they are. */
export const unseenNodes = ({ snapshot }: NetworkGraph): Text | undefined =>
  isKnown(snapshot.nodes) || isKnown(snapshot.enactments)
    ? undefined
    : whyUnknown('nodes', snapshot.nodes);
