/**
 * Everything that is drawn: frames below, edges, elements on top. Pan and zoom move it as a whole and ask nothing of
 * it, but for the few zooms at which words change their size or labels come in.
 */
import { memo } from 'react';
import type { FC, KeyboardEvent } from 'react';
import type { Words } from '../../console/translation';
import type { EntityKind } from '../../network/model';
import type { Layout } from '../layout/layoutPicture';
import type { Picture } from '../model/picture';
import { EdgePath } from './EdgePath';
import { ElementShape } from './ElementShape';
import { FrameShape } from './FrameShape';
import type { Lit } from './litElements';
import type { WordSizes } from './wordSizes';

interface ShapesProps {
  readonly words: Words;
  readonly sizes: WordSizes;
  /** Close enough that the labels of all edges can be read. */
  readonly isClose: boolean;
  readonly picture: Picture;
  readonly layout: Layout;
  readonly lit: Lit | undefined;
  /** Ids of what is in view, or nearly; undefined: all of it. */
  readonly near: ReadonlySet<string> | undefined;
  readonly selected: ReadonlySet<string>;
  /** The one element that Tab reaches. */
  readonly tabStop: string;
  readonly onOpen: (fold: string) => void;
  readonly onClose: (fold: string) => void;
  /** Called with the entity of a frame. */
  readonly onChoose: (entity: string) => void;
  /** Called with an element. */
  readonly onSelect: (element: string) => void;
  readonly onHover: (element: string) => void;
  readonly onFocus: (element: string) => void;
  readonly onKeyDown: (event: KeyboardEvent, element: string) => void;
}

const ShapesBase: FC<ShapesProps> = (props) => {
  const { words, sizes, isClose, picture, layout, lit, near, selected, tabStop } = props;
  const { onOpen, onClose, onChoose, onSelect, onHover, onFocus, onKeyDown } = props;
  const isFaded = (id: string): boolean => lit !== undefined && !lit.elements.has(id);
  const isAway = (id: string): boolean => near !== undefined && !near.has(id);
  return (
    <>
      {[...picture.frames.values()].map((frame) => {
        const box = layout.boxes.get(frame.id);
        if (box === undefined) return null;
        return (
          <FrameShape
            key={frame.id}
            words={words}
            sizes={sizes}
            frame={frame}
            box={box}
            isSelected={selected.has(frame.id)}
            isFaded={frame.kind === 'vm' && isFaded(frame.id)}
            isAway={isAway(frame.id)}
            onOpen={onOpen}
            onClose={onClose}
            onSelect={onChoose}
          />
        );
      })}
      {picture.edges.map((edge) => (
        <EdgePath
          key={edge.id}
          words={words}
          size={sizes.label}
          edge={edge}
          points={layout.paths.get(edge.id) ?? []}
          isLit={lit?.edges.has(edge.id) === true}
          isClose={isClose}
          isFaded={lit !== undefined && !lit.edges.has(edge.id)}
          isAway={isAway(edge.id)}
          isQuiet={isOfCluster(picture, edge.source) || isOfCluster(picture, edge.target)}
        />
      ))}
      {[...picture.elements.values()].map((element) => {
        const box = layout.boxes.get(element.id);
        if (box === undefined) return null;
        return (
          <ElementShape
            key={element.id}
            words={words}
            sizes={sizes}
            element={element}
            box={box}
            isSelected={selected.has(element.id)}
            isFaded={isFaded(element.id)}
            isAway={isAway(element.id)}
            isLit={lit?.elements.has(element.id) === true}
            isTabStop={tabStop === element.id}
            onSelect={onSelect}
            onHover={onHover}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
          />
        );
      })}
    </>
  );
};

export const Shapes = memo(ShapesBase);

/** The networks that come with the cluster; every node and every pod NIC leads to one. */
const OF_CLUSTER: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'clusterNetwork',
  'serviceNetwork',
  'machineNetwork',
]);

const isOfCluster = (picture: Picture, id: string): boolean => {
  const kind = picture.elements.get(id)?.kind;
  return kind !== undefined && OF_CLUSTER.has(kind);
};
