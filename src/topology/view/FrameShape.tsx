/** A frame with its title: switch, node, project or VM around what is in it. Folds open in place. */
import { memo } from 'react';
import type { FC } from 'react';
import { useText, useT } from '../../console/translation';
import type { Box } from '../layout/geometry';
import type { Frame, FrameKind } from '../model/picture';
import type { EntityKind } from '../../network/model';
import { healthWord } from './ElementShape';
import { HealthMark } from './HealthMark';
import { kindIcon, kindName } from './kindIcon';
import { charactersIn, truncate } from './truncate';

interface FrameShapeProps {
  readonly frame: Frame;
  readonly box: Box;
  readonly isSelected: boolean;
  readonly isFaded: boolean;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (id: string) => void;
}

const KIND: Readonly<Record<FrameKind, EntityKind>> = {
  switch: 'switch',
  node: 'node',
  namespace: 'namespace',
  vm: 'vm',
};

const TITLE_SIZE = 13;

const FrameShapeBase: FC<FrameShapeProps> = (props) => {
  const { frame, box, isSelected, isFaded, onOpen, onSelect } = props;
  const t = useT();
  const sentence = useText();
  const title = sentence(frame.title);
  const note = frame.note === undefined ? '' : sentence(frame.note);
  const Icon = kindIcon(KIND[frame.kind]);
  const act = (): void => (frame.isFold ? onOpen(frame.id) : onSelect(frame.members[0] ?? ''));
  const isVm = frame.kind === 'vm';
  const room = box.width - 44;
  const classes = [
    'vm-networks-frame',
    `vm-networks-frame--${frame.kind}`,
    ...(isSelected ? ['vm-networks-frame--selected'] : []),
    ...(isFaded ? ['vm-networks-faded'] : []),
  ];
  return (
    <g className={classes.join(' ')} transform={`translate(${box.x},${box.y})`}>
      <rect
        className="vm-networks-frame__box"
        width={box.width}
        height={box.height}
        rx={isVm ? 8 : 12}
      />
      <g
        className="vm-networks-frame__title"
        role="button"
        tabIndex={0}
        data-test={`frame-${frame.id}`}
        aria-label={
          frame.isFold
            ? t('Open {{name}}', { name: title })
            : t('{{kind}} {{name}}: {{health}}', {
                kind: sentence(kindName(KIND[frame.kind])),
                name: title,
                health: healthWord(frame.health, t),
              })
        }
        onClick={act}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          act();
        }}
      >
        <title>{[title, note].filter((part) => part !== '').join('\n')}</title>
        <rect className="vm-networks-frame__hit" width={box.width} height={isVm ? 40 : 28} rx={8} />
        <g className="vm-networks-frame__icon" transform="translate(10,8)" aria-hidden="true">
          <Icon />
        </g>
        <text x={30} y={19}>
          {truncate(title, charactersIn(room, TITLE_SIZE))}
        </text>
        {isVm && note !== '' ? (
          <text className="vm-networks-frame__note" x={30} y={33}>
            {truncate(note, charactersIn(room, 11))}
          </text>
        ) : null}
        {frame.isFold ? (
          <text className="vm-networks-frame__fold" x={box.width - 16} y={19} aria-hidden="true">
            {'⊕'}
          </text>
        ) : (
          <HealthMark health={frame.health} x={box.width - 14} y={15} />
        )}
      </g>
    </g>
  );
};

export const FrameShape = memo(FrameShapeBase);
