/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import { useUniqueId } from './useUniqueId';

const Section = () => <p>{useUniqueId()}</p>;

test('every caller keeps an id of its own', () => {
  const { rerender } = render(
    <>
      <Section />
      <Section />
    </>,
  );
  const ids = () => screen.getAllByText(/^vm-networks-\d+$/).map(({ textContent }) => textContent);
  const first = ids();
  expect(new Set(first).size).toBe(2);
  rerender(
    <>
      <Section />
      <Section />
    </>,
  );
  expect(ids()).toEqual(first);
});
