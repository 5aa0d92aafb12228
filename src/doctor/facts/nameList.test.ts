import { nameList } from './nameList';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b', 'c', 'd'], 'a, b, c, d'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, … (+2)'],
])('%j reads %j', (names, expected) => {
  expect(nameList(names)).toBe(expected);
});
