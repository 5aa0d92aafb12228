/** The drawing of the OVN view: shapes in a grid, switches and routers told apart by form and word. */
import { useRef } from 'react';
import type { FC } from 'react';
import { useText, useT } from '../../console/translation';
import { ElementLabels } from '../view/ElementLabels';
import { curve } from '../view/EdgePath';
import { HealthMark } from '../view/HealthMark';
import { ZoomControls } from '../view/ZoomControls';
import { charactersIn, truncate } from '../view/truncate';
import { usePanZoom } from '../view/usePanZoom';
import type { OvnDrawing, OvnShape } from './ovnDrawing';
import { OVN_COLUMNS } from './ovnDrawing';
import { ovnKindName } from './ovnNames';

const BOX = { width: 130, height: 58 } as const;
const STEP = { x: 152, y: 72 } as const;
const WORDS = { left: 9, right: 122, kindY: 15, above: 12 } as const;
const KIND_SIZE = 11;

const placeOf = ({ column, row }: OvnShape) => ({ x: column * STEP.x, y: row * STEP.y });

interface OvnCanvasProps {
  readonly drawing: OvnDrawing;
  /** Id of a shape; '' for none. */
  readonly chosen: string;
  readonly onChoose: (shape: string) => void;
}

export const OvnCanvas: FC<OvnCanvasProps> = ({ drawing, chosen, onChoose }) => {
  const t = useT();
  const container = useRef<HTMLDivElement>(null);
  const width = (OVN_COLUMNS - 1) * STEP.x + BOX.width;
  const bounds = { x: 0, y: 0, width, height: Math.max(1, drawing.rows) * STEP.y };
  const pan = usePanZoom(container, bounds, 'pan');
  const { x, y, zoom } = pan.view;
  const byId = new Map(drawing.shapes.map((shape) => [shape.id, shape]));
  return (
    <div className="vm-networks-picture">
      <div
        ref={container}
        className={`vm-networks-canvas${pan.isDragging ? ' vm-networks-canvas--dragging' : ''}`}
        onPointerDown={pan.onPointerDown}
        onPointerMove={pan.onPointerMove}
        onPointerUp={pan.onPointerUp}
        onPointerLeave={pan.onPointerUp}
      >
        <svg
          width="100%"
          height="100%"
          role="group"
          aria-label={t('Logical network of the node in OVN, from the bridges to the VM NICs')}
          data-test="ovn-drawing"
        >
          <g transform={`translate(${x},${y}) scale(${zoom})`}>
            {drawing.links.map(({ id, source, target }) => {
              const from = byId.get(source);
              const to = byId.get(target);
              if (from === undefined || to === undefined) return null;
              return (
                <Link key={id} from={from} to={to} isLit={[source, target].includes(chosen)} />
              );
            })}
            {drawing.shapes.map((shape) => (
              <Shape
                key={shape.id}
                shape={shape}
                isChosen={shape.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </g>
        </svg>
      </div>
      <ZoomControls zoomIn={pan.zoomIn} zoomOut={pan.zoomOut} reset={pan.reset} />
    </div>
  );
};

interface LinkProps {
  readonly from: OvnShape;
  readonly to: OvnShape;
  readonly isLit: boolean;
}

const Link: FC<LinkProps> = ({ from, to, isLit }) => {
  const [left, right] = from.column <= to.column ? [from, to] : [to, from];
  const start = placeOf(left);
  const end = placeOf(right);
  const middle = BOX.height / 2;
  const points = [
    { x: start.x + BOX.width, y: start.y + middle },
    // Long lines run in the row of their end: nothing else stands there.
    ...(right.column - left.column > 1 ? [{ x: start.x + STEP.x, y: end.y + middle }] : []),
    { x: end.x, y: end.y + middle },
  ];
  return (
    <g className={`vm-networks-edge${isLit ? ' vm-networks-edge--lit' : ''}`} aria-hidden="true">
      <path className="vm-networks-edge__line" d={curve(points)} />
    </g>
  );
};

interface ShapeProps {
  readonly shape: OvnShape;
  readonly isChosen: boolean;
  readonly onChoose: (shape: string) => void;
}

const isRouter = ({ kind }: OvnShape): boolean => kind.endsWith('Router');

const Shape: FC<ShapeProps> = ({ shape, isChosen, onChoose }) => {
  const t = useT();
  const sentence = useText();
  const { id, state } = shape;
  const { x, y } = placeOf(shape);
  const name = shape.title === undefined ? shape.name : sentence(shape.title);
  const kind = sentence(ovnKindName(shape.kind));
  const detail = shape.detail === undefined ? '' : sentence(shape.detail);
  const reason = shape.reason === undefined ? '' : sentence(shape.reason);
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
        width={BOX.width}
        height={BOX.height}
        rx={isRouter(shape) ? BOX.height / 2 : 6}
      />
      <text className="vm-networks-element__detail" x={indent(shape)} y={WORDS.kindY}>
        {truncate(kind, charactersIn(WORDS.right - indent(shape), KIND_SIZE))}
      </text>
      <g transform={`translate(0,${WORDS.above})`}>
        <ElementLabels
          name={name}
          detail={detail}
          left={indent(shape)}
          right={state === 'ok' ? WORDS.right : WORDS.right - 12}
          height={BOX.height - WORDS.above}
        />
      </g>
      <HealthMark health={state} x={BOX.width - 12} y={14} />
    </g>
  );
};

/** Routers are round at their ends. */
const indent = (shape: OvnShape): number => (isRouter(shape) ? 2 * WORDS.left : WORDS.left);
