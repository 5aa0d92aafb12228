/** One element: sign, name, second line, health. A button for mouse, keyboard and screen reader. */
import { memo } from 'react';
import type { FC, KeyboardEvent } from 'react';
import type { Words } from '../../console/translation';
import type { Box } from '../layout/geometry';
import type { Element } from '../model/picture';
import { ElementLabels, hasTwoLines } from './ElementLabels';
import { HealthMark } from './HealthMark';
import { KindSign } from './KindSign';
import { kindName } from './kindName';
import { stateName } from './stateName';
import type { WordSizes } from './wordSizes';

interface ElementShapeProps {
  readonly words: Words;
  readonly sizes: WordSizes;
  readonly element: Element;
  readonly box: Box;
  readonly isSelected: boolean;
  readonly isFaded: boolean;
  readonly isLit: boolean;
  /** The one element that Tab reaches. */
  readonly isTabStop: boolean;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string) => void;
  readonly onFocus: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent, id: string) => void;
}

const PADDING = 7;
/** Left of the second line: right of the stripe of a VLAN. */
const START = 9;
/** Right of the words. */
const END = 4;
/** Between sign and name, and between name and mark. */
const SPACE = 5;
const MARK = 8;
/** The sign beside a name with a second line below it. */
const RAISED = 8;
/** Higher elements have the mark at their corner, where it takes no room from the words. */
const ROW = 30;

const ElementShapeBase: FC<ElementShapeProps> = (props) => {
  const { element, box, sizes, isSelected, isTabStop } = props;
  const { t, say: sentence } = props.words;
  const name = element.title === undefined ? element.name : sentence(element.title);
  const detail = element.detail === undefined ? '' : sentence(element.detail);
  const reason = element.reason === undefined ? '' : sentence(element.reason);
  const where = element.sample.node ?? element.sample.namespace ?? '';
  const textX = PADDING + (sizes.icon === 0 ? 0 : sizes.icon + SPACE);
  const mark =
    box.height > ROW
      ? { x: box.width - 5, y: 4 }
      : { x: box.width - MARK * sizes.mark - 2, y: box.height / 2 };
  const isMarked = element.health !== 'ok' && box.height <= ROW;
  const textEnd = isMarked ? mark.x - MARK * sizes.mark - 2 : box.width - END;
  const signY =
    (box.height - sizes.icon) / 2 - (hasTwoLines(box.height, detail, sizes) ? RAISED : 0);
  const classes = [
    'vm-networks-element',
    `vm-networks-element--${element.health}`,
    ...(element.accent === undefined ? [] : [`vm-networks-accent-${element.accent}`]),
    ...(element.origin === 'intended' ? ['vm-networks-element--intended'] : []),
    ...(isSelected ? ['vm-networks-element--selected'] : []),
    ...(props.isLit ? ['vm-networks-element--lit'] : []),
    ...(props.isFaded ? ['vm-networks-faded'] : []),
  ];
  return (
    <g
      className={classes.join(' ')}
      transform={`translate(${box.x},${box.y})`}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={t('{{kind}} {{name}} {{where}}: {{health}}. {{detail}} {{reason}}', {
        kind: sentence(kindName(element.kind)),
        name,
        where,
        health: stateName(element.health, t),
        detail,
        reason,
      })}
      aria-pressed={isSelected}
      data-test={`element-${element.id}`}
      data-id={element.id}
      onClick={() => props.onSelect(element.id)}
      onPointerEnter={() => props.onHover(element.id)}
      onPointerLeave={() => props.onHover('')}
      onFocus={() => props.onFocus(element.id)}
      onKeyDown={(event) => props.onKeyDown(event, element.id)}
    >
      <title>{[name, where, detail, reason].filter((part) => part !== '').join('\n')}</title>
      <rect className="vm-networks-element__box" width={box.width} height={box.height} rx={6} />
      {element.accent === undefined ? null : (
        <rect
          className="vm-networks-element__accent"
          width={4}
          height={box.height - 8}
          x={0}
          y={4}
          rx={2}
        />
      )}
      {sizes.icon === 0 ? null : (
        <KindSign kind={element.kind} x={PADDING} y={signY} size={sizes.icon} />
      )}
      <ElementLabels
        name={name}
        detail={detail}
        left={textX}
        start={START}
        right={textEnd}
        height={box.height}
        sizes={sizes}
      />
      <HealthMark health={element.health} x={mark.x} y={mark.y} scale={sizes.mark} />
    </g>
  );
};

export const ElementShape = memo(ElementShapeBase);
