import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256Hex } from './sha256Hex';

test('agrees with the platform hash on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
