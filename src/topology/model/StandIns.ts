/**
 * Where to look for an entity in a picture: its own element or frame, or those of what it is part of.
 * Ten thousand VMs stand behind a few boxes, and most of them nobody ever asks for; frames are
 * turned around when the first question comes.
 */
import { pushTo } from '../../network/multiMap';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Frame } from './picture';

export class StandIns {
  private framesOf: ReadonlyMap<string, readonly string[]> | undefined;

  /**
   * @param fold entity id -> element; also of what is not drawn
   * @param drawn ids of the elements
   */
  constructor(
    private readonly graph: NetworkGraph,
    private readonly fold: ReadonlyMap<string, string>,
    private readonly drawn: ReadonlySet<string>,
    private readonly frames: readonly Frame[],
  ) {}

  /** The same in a graph in which nothing that is drawn is different. */
  of(graph: NetworkGraph): StandIns {
    const moved = new StandIns(graph, this.fold, this.drawn, this.frames);
    moved.framesOf = this.framesOf;
    return moved;
  }

  /** Elements before frames; of a localnet without an element of its own, its mappings. */
  get(entityId: string): readonly string[] {
    const own = this.own(entityId);
    if (own.length > 0 || !entityId.startsWith('localnet/')) return own;
    const mappings = this.graph.incoming(entityId).flatMap(({ source }) => this.own(source));
    return [...new Set(mappings)];
  }

  private own(entityId: string): readonly string[] {
    const element = this.fold.get(entityId);
    this.framesOf ??= byMember(this.frames);
    const frames = this.framesOf.get(entityId) ?? [];
    return element !== undefined && this.drawn.has(element) ? [element, ...frames] : frames;
  }
}

const byMember = (frames: readonly Frame[]): ReadonlyMap<string, readonly string[]> => {
  const result = new Map<string, string[]>();
  for (const { id, members } of frames) {
    for (const member of members) pushTo(result, member, id);
  }
  return result;
};
