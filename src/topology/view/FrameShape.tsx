/** A frame with its title: switch, node, project or VM around what is in it. Folds open in place. */
import { memo } from 'react';
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { Words } from '../../console/translation';
import type { Box } from '../layout/geometry';
import type { Frame, FrameKind } from '../model/picture';
import type { EntityKind } from '../../network/model';
import { HealthMark } from './HealthMark';
import { KindSign } from './KindSign';
import { kindName } from './kindName';
import { stateName } from './stateName';
import { fitLine, widthOf } from './fitWords';
import type { WordSizes } from './wordSizes';

interface FrameShapeProps {
  readonly words: Words;
  readonly sizes: WordSizes;
  readonly frame: Frame;
  readonly box: Box;
  readonly isSelected: boolean;
  readonly isFaded: boolean;
  readonly onOpen: (id: string) => void;
  /** Folds what was opened. */
  readonly onClose: (fold: string) => void;
  readonly onSelect: (id: string) => void;
}

const KIND: Readonly<Record<FrameKind, EntityKind>> = {
  switch: 'switch',
  node: 'node',
  namespace: 'namespace',
  vm: 'vm',
};

/** Width of the sign that opens or closes a fold, and of a mark of health. */
const SIGN_ROOM = 20;
/** Between title and note. */
const SPACE = 12;
/** Bold letters are wider by so much. */
const BOLD = 1.06;
/** Left of the sign of a frame. */
const PADDING = 10;
/** Room that a note of a few characters keeps from a long title. */
const LEAST_NOTE = 56;

const FrameShapeBase: FC<FrameShapeProps> = (props) => {
  const { frame, box, sizes, isSelected, isFaded, onOpen, onClose, onSelect } = props;
  const { t, say: sentence } = props.words;
  const title = sentence(frame.title);
  const note = frame.note === undefined ? '' : sentence(frame.note);
  const shownNote = sizes.detail === 0 ? '' : note;
  const act = (): void => (frame.isFold ? onOpen(frame.id) : onSelect(frame.members[0] ?? ''));
  const isVm = frame.kind === 'vm';
  const hasSign = frame.isFold || frame.opened !== undefined;
  const markRoom = (hasSign ? SIGN_ROOM : 0) + (frame.health === 'ok' ? 0 : SIGN_ROOM);
  const left = sizes.icon === 0 ? PADDING : PADDING + sizes.icon + SPACE / 2;
  const room = box.width - left - SPACE - markRoom;
  const titleSize = sizes.name * BOLD;
  const titleRoom = widthOf(title, titleSize) + SPACE;
  // Beside a title there is room for a word or two; the whole note is a hover away.
  const beside = isVm || frame.kind === 'switch' ? '' : shownNote;
  const noteRoom =
    beside === ''
      ? 0
      : Math.max(room - titleRoom, Math.min(widthOf(beside, sizes.detail), LEAST_NOTE));
  const hasNote = beside !== '' && noteRoom >= Math.min(widthOf(beside, sizes.detail), LEAST_NOTE);
  const titleLine = fitLine(
    title,
    hasNote ? Math.max(room - noteRoom, titleRoom) : room,
    titleSize,
  );
  const noteLine = isVm
    ? fitLine(shownNote, box.width - 2 * PADDING, sizes.detail)
    : fitLine(hasNote ? beside : '', noteRoom, sizes.detail);
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
                health: stateName(frame.health, t),
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
        {sizes.icon === 0 ? null : (
          <KindSign kind={KIND[frame.kind]} x={PADDING} y={8} size={sizes.icon} />
        )}
        <text
          x={left}
          y={isVm && shownNote === '' && note !== '' ? 27 : 20}
          fontSize={titleLine.size / BOLD}
        >
          {titleLine.words}
        </text>
        {isVm && shownNote !== '' ? (
          <text className="vm-networks-frame__note" x={PADDING} y={35} fontSize={noteLine.size}>
            {noteLine.words}
          </text>
        ) : null}
        {hasNote ? (
          <text
            className="vm-networks-frame__note vm-networks-frame__note--right"
            x={box.width - SPACE - markRoom}
            y={20}
            fontSize={noteLine.size}
          >
            {noteLine.words}
          </text>
        ) : null}
        {frame.isFold ? (
          <text
            className="vm-networks-frame__fold"
            x={box.width - 16}
            y={20}
            fontSize={sizes.name}
            aria-hidden="true"
          >
            {'⊕'}
          </text>
        ) : null}
        <HealthMark
          health={frame.health}
          x={box.width - 14 - (hasSign ? SIGN_ROOM : 0)}
          y={15}
          scale={sizes.mark}
        />
      </g>
      {frame.opened === undefined ? null : (
        <CloseSign
          name={title}
          x={box.width - 16}
          size={sizes.name}
          fold={frame.opened}
          onClose={onClose}
        />
      )}
    </g>
  );
};

interface CloseSignProps {
  readonly name: string;
  readonly x: number;
  readonly size: number;
  readonly fold: string;
  readonly onClose: (fold: string) => void;
}

/** Takes an opened fold back, from any of what came out of it. */
const CloseSign: FC<CloseSignProps> = ({ name, x, size, fold, onClose }) => {
  const t = useT();
  return (
    <g
      className="vm-networks-frame__title"
      role="button"
      tabIndex={0}
      aria-label={t('Fold {{name}} and its like again', { name })}
      data-test={`fold-${fold}`}
      onClick={() => onClose(fold)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onClose(fold);
      }}
    >
      <rect className="vm-networks-frame__hit" x={x - 12} y={2} width={24} height={26} rx={6} />
      <text className="vm-networks-frame__fold" x={x} y={20} fontSize={size}>
        {'⊖'}
      </text>
    </g>
  );
};

export const FrameShape = memo(FrameShapeBase);
