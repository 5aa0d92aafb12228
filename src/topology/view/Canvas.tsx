/** The drawing itself, in a group that pan and zoom move: what lights up, what is chosen, and where keys lead. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FC, KeyboardEvent } from 'react';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import { useWords } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Layout } from '../layout/layoutPicture';
import type { Picture } from '../model/picture';
import { ColumnNames } from './ColumnNames';
import { choiceOf, litElements } from './litElements';
import { isArrow, nextElement } from './nextElement';
import { PanSurface } from './PanSurface';
import { Shapes } from './Shapes';
import { ZOOM, boundsOf } from './viewport';
import { useEyesPlace } from './useEyesPlace';
import { useNear } from './useNear';
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
  const { zoom } = pan.view;
  const sizes = wordSizes(zoom);
  const near = useNear(layout, pan.view, pan.size);
  return (
    <PanSurface
      container={container}
      pan={pan}
      label={t('Topology from switch port to VM. Arrow keys walk, Enter opens, Escape leaves.')}
      testId="topology"
      fixed={<ColumnNames columns={layout.columns} view={pan.view} />}
    >
      <Shapes
        words={words}
        sizes={sizes}
        isClose={zoom >= ZOOM.labels}
        picture={picture}
        layout={layout}
        lit={lit}
        near={near}
        selected={selected}
        tabStop={tabStop}
        onOpen={onOpen}
        onClose={onClose}
        onChoose={onSelect}
        onSelect={select}
        onHover={setHovered}
        onFocus={setFocused}
        onKeyDown={onKeyDown}
      />
    </PanSurface>
  );
};

const focusElement = (container: HTMLElement | null, id: string): void => {
  const shapes = container?.querySelectorAll<SVGGElement>('[data-id]') ?? [];
  for (const shape of shapes) {
    if (shape.dataset.id === id) shape.focus();
  }
};
