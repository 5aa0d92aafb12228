import fc from 'fast-check';
import { Shared, sharedName } from './shared';

test('equal keys get one and the same value, which is made once', () => {
  let made = 0;
  const shared = new Shared((key) => ({ key, at: (made += 1) }));
  const first = shared.of('worker-0');
  expect(shared.of(['worker', '0'].join('-'))).toBe(first);
  expect(shared.of('worker-1')).not.toBe(first);
  expect(made).toBe(2);
});

test('more keys than it keeps still get their values', () => {
  const shared = new Shared((key) => ({ key }));
  for (let at = 0; at < 50_001; at += 1) shared.of(String(at));
  expect(shared.of('0')).toBe(shared.of('0'));
  expect(shared.of('60000')).toEqual({ key: '60000' });
  expect(shared.of('60000')).not.toBe(shared.of('60000'));
});

test('a name stays the text it was', () => {
  fc.assert(fc.property(fc.string(), (name) => sharedName(name) === name));
});
