/** @jest-environment jsdom */
import { onWake } from './onWake';

const show = (state: 'visible' | 'hidden'): void => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  jest.useFakeTimers();
  show('visible');
});
afterEach(() => jest.useRealTimers());

it('says for how long the tab was hidden, and that the network is back', () => {
  const woken = jest.fn();
  const stop = onWake(woken);
  show('hidden');
  jest.advanceTimersByTime(90_000);
  show('visible');
  expect(woken).toHaveBeenLastCalledWith(90_000);
  window.dispatchEvent(new Event('online'));
  expect(woken).toHaveBeenLastCalledWith(0);
  stop();
  show('hidden');
  show('visible');
  expect(woken).toHaveBeenCalledTimes(2);
});
