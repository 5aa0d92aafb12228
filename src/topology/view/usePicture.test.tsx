/** @jest-environment jsdom */
/** A drawing that was prepared costs nothing when its graph comes, and is that graph's own. */
import { render } from '@testing-library/react';
import type { FC } from 'react';
import { NOW, snapshot } from '../../../dev/test/makeCluster';
import { vm } from '../../../dev/test/makeClusterVms';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import { finish } from '../../network/steps';
import { prepareViews } from '../../ui/drawAhead';
import type { Coming } from '../../ui/drawAhead';
import type { Picture } from '../model/picture';
import type { PictureOptions } from '../model/pictureOptions';
import { DEFAULT_OPTIONS } from '../model/pictureOptions';
import { healthyWith } from '../testing/pictureOf';
import { usePicture } from './usePicture';

const comingOf = (...names: readonly string[]): Coming => {
  const vms = names.map((name) => vm(`ns1/${name}`, { nics: ['vlan-100'] }));
  const graph = buildGraph(snapshot(healthyWith(...vms)));
  return { graph, diagnosis: runDoctor({ graph, now: NOW }) };
};

/** What a view shows, and how often it looks at the edges of a graph for that. */
const view = (first: Coming) => {
  const shown: { picture?: Picture } = {};
  const View: FC<Coming & { readonly options: PictureOptions }> = (props) => {
    shown.picture = usePicture(props.graph, props.diagnosis, props.options).picture;
    return null;
  };
  const { rerender } = render(<View {...first} options={DEFAULT_OPTIONS} />);
  const show = (coming: Coming, options: PictureOptions): number => {
    const spy = jest.spyOn(coming.graph, 'incoming');
    rerender(<View {...coming} options={options} />);
    const looks = spy.mock.calls.length;
    spy.mockRestore();
    return looks;
  };
  const draws = (id: string): boolean => shown.picture?.frames.has(id) === true;
  return { show, draws };
};

test('a drawing that was prepared is there when its graph is', () => {
  const [first, second] = [comingOf('a'), comingOf('a', 'b')];
  const { show, draws } = view(first);
  finish(prepareViews(second, first.graph));
  expect(draws('vm/ns1/b')).toBe(false);
  expect(show(second, DEFAULT_OPTIONS)).toBe(0);
  expect(draws('vm/ns1/b')).toBe(true);
});

test('one that was prepared for other options, or not at all, is made on the spot', () => {
  const [first, second, third] = [comingOf('a'), comingOf('a', 'b'), comingOf('b')];
  const { show, draws } = view(first);
  finish(prepareViews(second, first.graph));
  expect(show(second, { ...DEFAULT_OPTIONS, scope: 'vm/ns1/b' })).toBeGreaterThan(0);
  expect([draws('vm/ns1/a'), draws('vm/ns1/b')]).toEqual([false, true]);
  expect(show(third, DEFAULT_OPTIONS)).toBeGreaterThan(0);
  expect([draws('vm/ns1/a'), draws('vm/ns1/b')]).toEqual([false, true]);
});

test('a view of another graph, such as a proposal, is not prepared for the coming one', () => {
  const [proposal, shown, second] = [comingOf('a'), comingOf('a'), comingOf('a', 'b')];
  view(proposal);
  const spy = jest.spyOn(second.graph, 'incoming');
  finish(prepareViews(second, shown.graph));
  expect(spy).not.toHaveBeenCalled();
});
