/** The drawing itself: frames below, edges, elements on top, in a group that pan and zoom move. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FC, KeyboardEvent } from 'react';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import { useWords } from '../../console/translation';
import type { EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Layout } from '../layout/layoutPicture';
import type { Picture } from '../model/picture';
import { ColumnNames } from './ColumnNames';
import { EdgePath } from './EdgePath';
import { ElementShape } from './ElementShape';
import { FrameShape } from './FrameShape';
import { choiceOf, litElements } from './litElements';
import { isArrow, nextElement } from './nextElement';
import { PanSurface } from './PanSurface';
import { ZOOM, boundsOf } from './viewport';
import { useEyesPlace } from './useEyesPlace';
import { usePanZoom } from './usePanZoom';
import type { Wheel } from './usePanZoom';
import { wordSizes } from './wordSizes';

interface CanvasProps {
  readonly graph: NetworkGraph;
  readonly picture: Picture;
  readonly layout: Layout;
  /** Entity id; '' for none. */
  readonly selection: string;
  /** What the picture is of; another one starts from the whole again. */
  readonly subject: string;
  /** What the bare wheel moves: the picture, or the page around it. Ctrl and wheel always zooms. */
  readonly wheel: Wheel;
  readonly onSelect: (entity: string) => void;
  readonly onOpen: (fold: string) => void;
  readonly onClose: (fold: string) => void;
}

const NONE: ReadonlySet<string> = new Set();

export const Canvas: FC<CanvasProps> = (props) => {
  const { graph, picture, layout, selection, subject, wheel, onSelect, onOpen, onClose } = props;
  const words = useWords();
  const { t } = words;
  const container = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState('');
  const [focused, setFocused] = useState('');
  const pan = usePanZoom(container, layout.bounds, wheel);
  const { reveal } = pan;
  const isLive = useMemo(() => isSnapshotComplete(graph.snapshot), [graph]);
  const pointed = picture.elements.has(hovered) ? choiceOf(graph, picture, hovered) : '';
  const lit = useMemo(
    () => litElements(graph, picture, pointed === '' ? selection : pointed),
    [graph, picture, pointed, selection],
  );
  const selected = useMemo(
    () => (selection === '' ? NONE : new Set([selection, ...picture.standsFor.get(selection)])),
    [picture, selection],
  );

  // What answers to a user asks what is drawn now: new data neither moves the view nor draws all shapes anew.
  const drawn = useRef({ graph, picture, layout });
  drawn.current = { graph, picture, layout };
  useEffect(() => {
    const now = drawn.current;
    const path = litElements(now.graph, now.picture, selection);
    const boxes = [...(path?.elements ?? [])].flatMap((id) =>
      now.picture.elements.has(id) ? (now.layout.boxes.get(id) ?? []) : [],
    );
    reveal(boundsOf(boxes));
  }, [selection, reveal]);

  useEyesPlace({ container, layout, subject, focused, selected, pan, isLive });

  const select = useCallback(
    (id: string) => onSelect(choiceOf(drawn.current.graph, drawn.current.picture, id)),
    [onSelect],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent, id: string) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        select(id);
      } else if (event.key === 'Escape') {
        onSelect('');
      } else if (isArrow(event.key)) {
        event.preventDefault();
        const now = drawn.current;
        const next = nextElement(now.picture, now.layout, id, event.key);
        const box = now.layout.boxes.get(next);
        if (box !== undefined) reveal(box);
        focusElement(container.current, next);
      }
    },
    [onSelect, reveal, select],
  );
  const tabStop = picture.elements.has(focused)
    ? focused
    : ([...selected].find((id) => picture.elements.has(id)) ??
      picture.elements.keys().next().value ??
      '');
  const isFaded = (id: string): boolean => lit !== undefined && !lit.elements.has(id);
  const { zoom } = pan.view;
  const sizes = wordSizes(zoom);
  return (
    <PanSurface
      container={container}
      pan={pan}
      label={t('Topology from switch port to VM. Arrow keys walk, Enter opens, Escape leaves.')}
      testId="topology"
      fixed={<ColumnNames columns={layout.columns} view={pan.view} />}
    >
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
            onOpen={onOpen}
            onClose={onClose}
            onSelect={onSelect}
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
          isClose={zoom >= ZOOM.labels}
          isFaded={lit !== undefined && !lit.edges.has(edge.id)}
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
            isLit={lit?.elements.has(element.id) === true}
            isTabStop={tabStop === element.id}
            onSelect={select}
            onHover={setHovered}
            onFocus={setFocused}
            onKeyDown={onKeyDown}
          />
        );
      })}
    </PanSurface>
  );
};

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

const focusElement = (container: HTMLElement | null, id: string): void => {
  const shapes = container?.querySelectorAll<SVGGElement>('[data-id]') ?? [];
  for (const shape of shapes) {
    if (shape.dataset.id === id) shape.focus();
  }
};
