import { pseudoLocale, pseudoSentence } from './pseudoLocale';

test('a sentence is marked, accented and longer, and its placeholders are not touched', () => {
  expect(pseudoSentence('Loading {{kind}} now')).toBe('⟦Lóádíñg {{kind}} ñów~~~~⟧');
});

test('keys stay, plural forms among them', () => {
  expect(pseudoLocale({ '{{count}} VMs_one': '{{count}} VM' })).toEqual({
    '{{count}} VMs_one': '⟦{{count}} VM~⟧',
  });
});
