import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detach } from '../../../src/kit/text/detach.js';

test('a detached text is the same, whatever is in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => detach(text) === text));
  expect(detach('\ud800 lone')).toBe('\ud800 lone');
});
