import { expect, test } from 'vitest';
import { fillIn } from '../../../src/kit/text/fill-in.js';

test('names are replaced by their values, once, and unknown names stay', () => {
  expect(fillIn('{a} of {b}, {c}', { a: 1, b: '{a}' })).toBe('1 of {a}, {c}');
});
