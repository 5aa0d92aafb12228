/** The drawing of the OVN view: shapes in a grid, switches and routers told apart by form and word. */
import { memo, useMemo, useRef } from 'react';
import type { FC } from 'react';
import { useWords } from '../../console/translation';
import { curve } from '../view/EdgePath';
import { PanSurface } from '../view/PanSurface';
import { usePanZoom } from '../view/usePanZoom';
import { wordSizes } from '../view/wordSizes';
import type { OvnDrawing, OvnShape } from './ovnDrawing';
import { ovnBounds, ovnLine, ovnWidth } from './ovnGeometry';
import { OvnShapeBox } from './OvnShapeBox';

interface OvnCanvasProps {
  readonly drawing: OvnDrawing;
  /** Id of a shape; '' for none. */
  readonly chosen: string;
  readonly onChoose: (shape: string) => void;
}

export const OvnCanvas: FC<OvnCanvasProps> = ({ drawing, chosen, onChoose }) => {
  const words = useWords();
  const { t } = words;
  const width = useMemo(() => ovnWidth(words.say), [words]);
  const container = useRef<HTMLDivElement>(null);
  const bounds = useMemo(() => ovnBounds(drawing, width), [drawing, width]);
  const pan = usePanZoom(container, bounds, 'pan');
  const sizes = wordSizes(pan.view.zoom);
  const byId = useMemo(() => new Map(drawing.shapes.map((shape) => [shape.id, shape])), [drawing]);
  return (
    <PanSurface
      container={container}
      pan={pan}
      label={t('Logical network of the node in OVN, from the bridges to the VM NICs')}
      testId="ovn-drawing"
    >
      {drawing.links.map(({ id, source, target }) => {
        const from = byId.get(source);
        const to = byId.get(target);
        if (from === undefined || to === undefined) return null;
        const isLit = [source, target].includes(chosen);
        return <Link key={id} from={from} to={to} width={width} isLit={isLit} />;
      })}
      {drawing.shapes.map((shape) => (
        <OvnShapeBox
          key={shape.id}
          words={words}
          width={width}
          shape={shape}
          sizes={sizes}
          isChosen={shape.id === chosen}
          onChoose={onChoose}
        />
      ))}
    </PanSurface>
  );
};

interface LinkProps {
  readonly from: OvnShape;
  readonly to: OvnShape;
  /** Of the boxes. */
  readonly width: number;
  readonly isLit: boolean;
}

const LinkBase: FC<LinkProps> = ({ from, to, width, isLit }) => (
  <g className={`vm-networks-edge${isLit ? ' vm-networks-edge--lit' : ''}`} aria-hidden="true">
    <path className="vm-networks-edge__line" d={curve(ovnLine(from, to, width))} />
  </g>
);

/** Kept while the view moves, like the shapes. */
const Link = memo(LinkBase);
