/** The drawing of the OVN view: shapes in a grid, switches and routers told apart by form and word. */
import { memo, useMemo, useRef } from 'react';
import type { FC } from 'react';
import { useText, useT } from '../../console/translation';
import { ElementLabels } from '../view/ElementLabels';
import { curve } from '../view/EdgePath';
import { fitWords } from '../view/fitWords';
import { HealthMark } from '../view/HealthMark';
import { PanSurface } from '../view/PanSurface';
import { usePanZoom } from '../view/usePanZoom';
import { wordSizes } from '../view/wordSizes';
import type { WordSizes } from '../view/wordSizes';
import type { OvnDrawing, OvnShape } from './ovnDrawing';
import { isRouter, ovnBounds, ovnBox, ovnLine } from './ovnGeometry';
import { ovnShapeWords } from './ovnShapeWords';

/** Between the end of a box and its words, and baseline of the kind, in units of the drawing. */
const WORDS = { side: 9, kindY: 15, above: 12 } as const;

interface OvnCanvasProps {
  readonly drawing: OvnDrawing;
  /** Id of a shape; '' for none. */
  readonly chosen: string;
  readonly onChoose: (shape: string) => void;
}

export const OvnCanvas: FC<OvnCanvasProps> = ({ drawing, chosen, onChoose }) => {
  const t = useT();
  const container = useRef<HTMLDivElement>(null);
  const bounds = useMemo(() => ovnBounds(drawing), [drawing]);
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
        return <Link key={id} from={from} to={to} isLit={[source, target].includes(chosen)} />;
      })}
      {drawing.shapes.map((shape) => (
        <Shape
          key={shape.id}
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
  readonly isLit: boolean;
}

const LinkBase: FC<LinkProps> = ({ from, to, isLit }) => (
  <g className={`vm-networks-edge${isLit ? ' vm-networks-edge--lit' : ''}`} aria-hidden="true">
    <path className="vm-networks-edge__line" d={curve(ovnLine(from, to))} />
  </g>
);

/** Kept while the view moves, like the shapes. */
const Link = memo(LinkBase);

interface ShapeProps {
  readonly shape: OvnShape;
  readonly sizes: WordSizes;
  readonly isChosen: boolean;
  readonly onChoose: (shape: string) => void;
}

const ShapeBase: FC<ShapeProps> = ({ shape, sizes, isChosen, onChoose }) => {
  const t = useT();
  const sentence = useText();
  const { id, state } = shape;
  const { x, y, width, height } = ovnBox(shape);
  const { kind, name, detail, reason } = ovnShapeWords(shape, sentence);
  // Routers are round at their ends.
  const left = isRouter(shape) ? 2 * WORDS.side : WORDS.side;
  const right = width - left;
  return (
    <g
      className={`vm-networks-element vm-networks-element--${state}${isChosen ? ' vm-networks-element--selected' : ''}`}
      transform={`translate(${x},${y})`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={t('{{kind}} {{name}}. {{detail}} {{reason}}', { kind, name, detail, reason })}
      data-test={`ovn-${id}`}
      onClick={() => onChoose(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(id);
      }}
    >
      <title>{[kind, name, detail, reason].filter((part) => part !== '').join('\n')}</title>
      <rect
        className="vm-networks-element__box"
        width={width}
        height={height}
        rx={isRouter(shape) ? height / 2 : 6}
      />
      <text className="vm-networks-element__detail" x={left} y={WORDS.kindY} fontSize={sizes.label}>
        {fitWords(kind, right - left, sizes.label)}
      </text>
      <g transform={`translate(0,${WORDS.above})`}>
        <ElementLabels
          name={name}
          detail={detail}
          left={left}
          right={right}
          height={height - WORDS.above}
          sizes={sizes}
        />
      </g>
      <HealthMark health={state} x={width - 12} y={14} scale={sizes.mark} />
    </g>
  );
};

const Shape = memo(ShapeBase);
