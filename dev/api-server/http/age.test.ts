import { age } from './age';

describe('age', () => {
  test.each([
    [0, '0s'],
    [119, '119s'],
    [120, '2m'],
    [130, '2m10s'],
    [3600 * 2, '120m'],
    [3600 * 5, '5h'],
    [3600 * 5 + 60 * 7, '5h7m'],
    [3600 * 30, '30h'],
    [86400 * 3 + 3600 * 4, '3d4h'],
    [86400 * 400, '400d'],
    [86400 * 365 * 2, '2y'],
    [86400 * 365 * 9, '9y'],
    [NaN, '<invalid>'],
  ])('of %d seconds is %s', (seconds, expected) => {
    const now = new Date('2025-06-01T00:00:00Z');
    const then = Number.isNaN(seconds)
      ? '?'
      : new Date(now.getTime() - seconds * 1000).toISOString();
    expect(age(then, now)).toBe(expected);
  });
});
