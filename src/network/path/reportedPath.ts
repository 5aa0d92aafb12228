/**
 * A path on a node as it was worked out, with the switch beyond it: that side is looked up only when
 * somebody asks for it, because most readers want to know whether the cluster's part holds.
 */
import { text } from '../../cluster/text';
import { unknown } from '../judgement';
import type { Judgement } from '../judgement';
import type { NodeView } from '../networkGraph';
import type { PathBuilder, Stretch } from './pathBuilder';
import { switchSide } from './switchSide';
import type { SwitchSide, Wanted } from './switchSide';

export interface NodePath extends Stretch {
  readonly node: string;
  readonly switchSide: SwitchSide;
  readonly bridge?: string;
  readonly plumbed?: boolean;
}

/** NICs of the stretch that are not known to be down. */
const nicsOf = (hops: Stretch['hops'], node: string): readonly string[] => {
  const prefix = `nic/${node}/`;
  return hops
    .filter((hop) => hop.id.startsWith(prefix) && hop.state !== 'broken')
    .map((hop) => hop.id.slice(prefix.length));
};

export type PathEnd = { readonly wanted: Wanted } & Partial<Pick<NodePath, 'bridge' | 'plumbed'>>;

/** A path on a node; the switch is looked up when somebody asks for it. */
class ReportedPath implements NodePath {
  readonly hops: Stretch['hops'];
  readonly judgement: Judgement;
  readonly broken?: string;
  readonly bridge?: string;
  readonly plumbed?: boolean;
  private beyond?: SwitchSide;

  constructor(
    stretch: Stretch,
    readonly node: string,
    private readonly view: NodeView | undefined,
    private readonly end: PathEnd,
  ) {
    this.hops = stretch.hops;
    this.judgement = stretch.judgement;
    this.broken = stretch.broken;
    this.bridge = end.bridge;
    this.plumbed = end.plumbed;
  }

  get switchSide(): SwitchSide {
    const { view, node, hops } = this;
    this.beyond ??=
      view === undefined
        ? { judgement: unknown(text('Nothing is known of {{node}}.', { node })), hops: [] }
        : switchSide(view, nicsOf(hops, node), this.end.wanted);
    return this.beyond;
  }
}

/** A built path with its end; `view` is undefined for a node of which nothing is known. */
export const finish = (
  path: PathBuilder,
  view: NodeView | undefined,
  node: string,
  end: PathEnd,
): NodePath => new ReportedPath(path.finish(), node, view, end);
