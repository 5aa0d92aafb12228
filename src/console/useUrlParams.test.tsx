/** @jest-environment jsdom */
import '../../dev/test/textEncoder';
import { act, render, screen } from '@testing-library/react';
import type { FC } from 'react';
import { MemoryRouter } from 'react-router';
import { useNavigate } from './router';
import { useUrlParams } from './useUrlParams';
import type { ParamsEdit } from './useUrlParams';

interface Page {
  change: (edit: ParamsEdit) => void;
  go: (to: string) => void;
}

const adding =
  (name: string): ParamsEdit =>
  (current) => {
    const next = new URLSearchParams(current);
    next.append(name, '1');
    return next;
  };

/** A page at `?a=1`, and what can be done with it. */
const open = (): Page => {
  const page: Partial<Page> = {};
  const Shown: FC = () => {
    const [params, change] = useUrlParams();
    const navigate = useNavigate();
    page.change = change;
    page.go = (to) => void navigate(to);
    return <output>{String(params)}</output>;
  };
  render(
    <MemoryRouter initialEntries={['/?a=1']}>
      <Shown />
    </MemoryRouter>,
  );
  return page as Page;
};

const shown = (): string | null => screen.getByRole('status').textContent;

test('of two changes in a row none is lost', () => {
  const { change } = open();
  act(() => {
    change(adding('b'));
    change(adding('c'));
  });
  expect(shown()).toBe('a=1&b=1&c=1');
  act(() => change(adding('d')));
  expect(shown()).toBe('a=1&b=1&c=1&d=1');
});

test('a change goes on from where somebody else went meanwhile', () => {
  const { change, go } = open();
  act(() => {
    change(adding('b'));
    go('/?x=1');
  });
  act(() => change(adding('c')));
  expect(shown()).toBe('x=1&c=1');
});

test('what was asked for and taken back at once is forgotten', () => {
  const { change, go } = open();
  act(() => {
    change(adding('b'));
    change(() => new URLSearchParams('a=1'));
  });
  act(() => go('/?a=1&b=1'));
  act(() => change(adding('c')));
  expect(shown()).toBe('a=1&b=1&c=1');
});

test('the way to change keeps its identity', () => {
  const page = open();
  const { change } = page;
  act(() => change(adding('b')));
  expect(page.change).toBe(change);
});
