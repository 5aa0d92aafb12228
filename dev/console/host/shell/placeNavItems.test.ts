/** Where an item that a plugin adds lands in a navigation section. */
import { placeNavItems } from './placeNavItems';

const own = ['a', 'b', 'c'].map((id) => ({ id, name: id, href: `/${id}` }));
const added = { id: 'x', name: 'x', href: '/x' };

test.each([
  ['without a wish, last', {}, 'abcx'],
  ['after an item', { insertAfter: 'a' }, 'axbc'],
  ['before an item', { insertBefore: 'b' }, 'axbc'],
  ['the first id that is there decides', { insertAfter: ['gone', 'b', 'a'] }, 'abxc'],
  ['before wins over after', { insertBefore: 'a', insertAfter: 'c' }, 'xabc'],
  ['an id that is nowhere, last', { insertAfter: 'gone' }, 'abcx'],
])('%s', (_name, wish, expected) => {
  const placed = placeNavItems(own, [{ ...added, ...wish }]);
  expect(placed.map(({ id }) => id).join('')).toBe(expected);
  expect(own).toHaveLength(3);
});
