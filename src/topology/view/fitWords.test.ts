import fc from 'fast-check';
import { fitWords, widthOf } from './fitWords';

test('what fits stays as it is', () => {
  expect(fitWords('br-vmdata', 200, 14)).toBe('br-vmdata');
});

test('narrow letters get more of a word into the same room than wide ones', () => {
  expect(fitWords('illilliill', 40, 14)).toBe('illilliill');
  expect(fitWords('WMWMWMWMWM', 40, 14)).toMatch(/^WM?…$/);
});

test('letters of Chinese and Japanese take the room they need', () => {
  expect(widthOf('网络', 10)).toBeGreaterThan(widthOf('ne', 10) * 1.5);
});

test('the result is a beginning of the words, never wider than the room unless one letter is', () => {
  const sizes = fc.integer({ min: 9, max: 24 });
  const widths = fc.integer({ min: 0, max: 160 });
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      widths,
      sizes,
      (words, width, size) => {
        const shown = fitWords(words, width, size);
        if (shown === words) return;
        const kept = shown.slice(0, -1);
        expect(words.startsWith(kept)).toBe(true);
        expect(Array.from(kept).length === 1 || widthOf(shown, size) <= width).toBe(true);
      },
    ),
  );
});
