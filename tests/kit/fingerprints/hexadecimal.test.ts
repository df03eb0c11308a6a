import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexadecimal } from '../../../src/kit/fingerprints/hexadecimal.js';

test('32 bits are eight digits, whatever their sign', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), (bits) => {
      expect(hexadecimal(bits)).toBe((bits >>> 0).toString(16).padStart(8, '0'));
    }),
  );
});
