/** Edit distance as a metric, and the offers people should get. */
import fc from 'fast-check';
import { editDistance, nearestName } from './nearestName';

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['vlan-1924', 'vlan-1942', 2],
])('%s to %s is %d', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

test('distance is a metric', () => {
  const name = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});

test.each([
  ['vmdat', ['vmdata', 'physnet'], 'vmdata'],
  ['VLAN-100', ['vlan-100', 'vlan-200'], 'vlan-100'],
  ['vlan-100', ['vlan-200', 'vlan-101'], 'vlan-101'],
  ['lan', ['physnet'], undefined],
  ['lan', [], undefined],
])('for %s of %j offers %s', (wanted, names, offer) =>
  expect(nearestName(wanted, names)).toBe(offer),
);
