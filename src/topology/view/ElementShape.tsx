/** One element: sign, name, second line, health. A button for mouse, keyboard and screen reader. */
import { memo } from 'react';
import type { FC, KeyboardEvent } from 'react';
import type { Words } from '../../console/translation';
import type { Box } from '../layout/geometry';
import type { Element } from '../model/picture';
import { ElementLabels } from './ElementLabels';
import { HealthMark } from './HealthMark';
import { kindIcon, kindName } from './kindIcon';
import { stateName } from './stateName';

interface ElementShapeProps {
  readonly words: Words;
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

const ICON = 14;
const PADDING = 8;

const ElementShapeBase: FC<ElementShapeProps> = (props) => {
  const { element, box, isSelected, isTabStop } = props;
  const { t, say: sentence } = props.words;
  const name = element.title === undefined ? element.name : sentence(element.title);
  const detail = element.detail === undefined ? '' : sentence(element.detail);
  const reason = element.reason === undefined ? '' : sentence(element.reason);
  const where = element.sample.node ?? element.sample.namespace ?? '';
  const Icon = kindIcon(element.kind);
  const textX = PADDING + ICON + 6;
  const textEnd = box.width - (element.health === 'ok' ? PADDING : PADDING + 12);
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
      <rect
        className="vm-networks-element__accent"
        width={4}
        height={box.height - 8}
        x={0}
        y={4}
        rx={2}
      />
      <g
        className="vm-networks-element__icon"
        transform={`translate(${PADDING},${box.height / 2 - ICON / 2})`}
        aria-hidden="true"
      >
        <Icon />
      </g>
      <ElementLabels name={name} detail={detail} left={textX} right={textEnd} height={box.height} />
      <HealthMark health={element.health} x={box.width - 10} y={box.height / 2} />
    </g>
  );
};

export const ElementShape = memo(ElementShapeBase);
