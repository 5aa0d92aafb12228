/** @jest-environment jsdom */
/** Where the console has no user settings, the browser keeps what was chosen. */
import { fireEvent, render, screen } from '@testing-library/react';
import { usePreference } from './usePreference';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));

const Choice = () => {
  const [value, setValue, isLoaded] = usePreference('choice', 'first');
  return <button onClick={() => setValue('second')}>{isLoaded ? value : 'loading'}</button>;
};

beforeEach(() => window.localStorage.clear());

test('what was chosen is there on the next visit', () => {
  const { unmount } = render(<Choice />);
  fireEvent.click(screen.getByRole('button', { name: 'first' }));
  expect(screen.getByRole('button', { name: 'second' })).toBeTruthy();
  unmount();
  render(<Choice />);
  expect(screen.getByRole('button', { name: 'second' })).toBeTruthy();
});

test('what somebody else wrote under the key is no choice', () => {
  window.localStorage.setItem('vm-networks.choice', 'not JSON');
  render(<Choice />);
  expect(screen.getByRole('button', { name: 'first' })).toBeTruthy();
});

test('what one place changes, the others show', () => {
  render(
    <>
      <Choice />
      <Choice />
    </>,
  );
  fireEvent.click(screen.getAllByRole('button', { name: 'first' })[0] as HTMLElement);
  expect(screen.getAllByRole('button', { name: 'second' })).toHaveLength(2);
});
