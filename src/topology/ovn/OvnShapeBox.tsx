/** A shape of the OVN view: its kind, its name in up to two lines, what else is known of it, its health. */
import { memo } from 'react';
import type { FC } from 'react';
import type { Words } from '../../console/translation';
import { fitLine } from '../view/fitWords';
import { HealthMark } from '../view/HealthMark';
import type { WordSizes } from '../view/wordSizes';
import { wrapWords } from '../view/wrapWords';
import type { OvnShape } from './ovnDrawing';
import { isRouter, ovnBox, ovnCorner } from './ovnGeometry';
import { ovnShapeWords } from './ovnShapeWords';

/** Between the end of a box and its words; routers are round at their corners. */
const SIDE = { router: 14, other: 9 } as const;
/** Height of a line, as a part of the size of its letters. */
const LINE = 1.2;
/** Baseline of a line, as a part of the size of its letters. */
const BASE = 0.92;
const NAME_LINES = 2;

interface OvnShapeBoxProps {
  readonly words: Words;
  readonly shape: OvnShape;
  /** Of the box, in units of the drawing. */
  readonly width: number;
  readonly sizes: WordSizes;
  readonly isChosen: boolean;
  readonly onChoose: (shape: string) => void;
}

/** Lines that belong together: one thing that is said. */
interface Paragraph {
  readonly lines: readonly string[];
  readonly size: number;
  readonly part: 'name' | 'detail';
}

const heightOf = ({ lines, size }: Paragraph): number => lines.length * size * LINE;

const OvnShapeBoxBase: FC<OvnShapeBoxProps> = ({ words, shape, width, sizes, ...props }) => {
  const { t, say } = words;
  const { isChosen, onChoose } = props;
  const { id, state } = shape;
  const { x, y, height } = ovnBox(shape, width);
  const { kind, name, detail, reason } = ovnShapeWords(shape, say);
  const left = isRouter(shape) ? SIDE.router : SIDE.other;
  const room = width - 2 * left;
  const small = (sentence: string, size: number): readonly Paragraph[] => {
    if (sentence === '' || size === 0) return [];
    const line = fitLine(sentence, room, size);
    return [{ lines: [line.words], size: line.size, part: 'detail' }];
  };
  const paragraphs: readonly Paragraph[] = [
    ...small(kind, sizes.label),
    { ...wrapWords(name, room, sizes.name, NAME_LINES), part: 'name' },
    ...small(detail, sizes.detail),
  ];
  const used = paragraphs.reduce((sum, one) => sum + heightOf(one), 0);
  let top = (height - used) / 2;
  const placed = paragraphs.map((one) => {
    const start = top;
    top += heightOf(one);
    return { ...one, start };
  });
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
        rx={ovnCorner(shape)}
      />
      {placed.map(({ lines, size, part, start }, index) => (
        <text key={index} className={`vm-networks-element__${part}`} fontSize={size}>
          {lines.map((line, row) => (
            <tspan key={row} x={left} y={start + row * size * LINE + size * BASE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      <HealthMark health={state} x={width - 5} y={4} scale={sizes.mark} />
    </g>
  );
};

export const OvnShapeBox = memo(OvnShapeBoxBase);
