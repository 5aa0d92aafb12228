import { vm } from '../../../dev/test/makeClusterVms';
import { layoutPicture } from '../layout/layoutPicture';
import { healthyWith, pictureOf, stoppedVms } from '../testing/pictureOf';
import { anchorOf } from './anchorOf';

const before = layoutPicture(pictureOf(healthyWith(...stoppedVms(3))));
const after = layoutPicture(
  pictureOf(healthyWith(...stoppedVms(3), vm('ns1/a-first', { pod: true }))),
);

const middleOf = (id: string) => {
  const box = before.boxes.get(id);
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
};

test('the view follows what was in the middle', () => {
  const id = 'vm/ns1/vm-2';
  const moved = (after.boxes.get(id)?.y ?? 0) - (before.boxes.get(id)?.y ?? 0);
  expect(moved).not.toBe(0);
  expect(anchorOf(before, after, [], middleOf(id))).toEqual({ dx: 0, dy: moved });
});

test('what is chosen counts before what is in the middle', () => {
  expect(
    anchorOf(before, after, ['bridge/master-0/br-ex'], middleOf('vm/ns1/vm-2')),
  ).toBeUndefined();
});

test('nothing is kept where nothing is left', () => {
  const other = layoutPicture(pictureOf([]));
  expect(anchorOf(before, other, [], { x: 0, y: 0 })).toBeUndefined();
});
