import { newestTimestamp } from './newestTimestamp';
import { parseQuantity } from './parseQuantity';
import { parseTime } from './parseTime';

describe('parseTime', () => {
  test.each([
    ['2025-09-02T14:03:30Z', Date.UTC(2025, 8, 2, 14, 3, 30)],
    ['2025-09-02T14:03:30.123456Z', Date.UTC(2025, 8, 2, 14, 3, 30, 123)],
    ['2025-09-02T16:03:30+02:00', Date.UTC(2025, 8, 2, 14, 3, 30)],
    ['2025-13-02T14:03:30Z', undefined],
    ['1', undefined],
    [1756821810, undefined],
    [null, undefined],
  ])('%j', (value, expected) => {
    expect(parseTime(value)).toBe(expected);
  });
});

describe('parseQuantity', () => {
  test.each([
    ['1k', 1000],
    ['1', 1],
    [3, 3],
    ['2Ki', 2048],
    ['500m', 0.5],
    ['1e3', 1000],
    ['1.5G', 1.5e9],
    ['1E', 1e18],
    ['', undefined],
    ['k', undefined],
    ['1x', undefined],
    ['1mi', undefined],
    [NaN, undefined],
    [{}, undefined],
  ])('%j', (value, expected) => {
    expect(parseQuantity(value)).toBe(expected);
  });
});

describe('newestTimestamp', () => {
  test('finds the newest record of the past, at any depth', () => {
    const object = {
      metadata: { creationTimestamp: '2025-01-01T00:00:00Z' },
      status: { conditions: [{ lastHeartbeatTime: '2025-03-01T00:00:00Z' }] },
      spec: { notAfter: '2035-01-01T00:00:00Z', renewTime: '2035-01-01T00:00:00Z' },
    };
    expect(newestTimestamp(object, '')).toBe('2025-03-01T00:00:00Z');
    expect(newestTimestamp(object, '2025-04-01T00:00:00Z')).toBe('2025-04-01T00:00:00Z');
  });

  test('compares times, not texts, where zones or fractions differ', () => {
    const object = { eventTime: '2025-03-01T02:00:00+02:00' };
    expect(newestTimestamp(object, '2025-03-01T00:30:00Z')).toBe('2025-03-01T00:30:00Z');
    const precise = { eventTime: '2025-03-01T00:00:00.500000Z' };
    expect(newestTimestamp(precise, '2025-03-01T00:00:00Z')).toBe('2025-03-01T00:00:00.500000Z');
  });
});
