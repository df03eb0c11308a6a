import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, nearest } from '../../../src/kit/text/nearest.js';

test('a typing error is forgiven', () => {
  const keys = ['seeds', 'search', 'exclude', 'maxDepth', 'maxPages'];
  expect(nearest('seed', keys)).toEqual(['seeds']);
  expect(nearest('sedes', keys)).toEqual(['seeds']);
  expect(nearest('MAXDEPHT', keys)).toEqual(['maxDepth']);
  expect(nearest('colour', keys)).toEqual([]);
  expect(nearest('4123', ['4122', '4132', '9999'], 3)).toEqual(['4122', '4132']);
});

test('distance counts letters added, lost, replaced and swapped', () => {
  expect([distance('', 'abc'), distance('abcd', 'acbd'), distance('kitten', 'sitting')]).toEqual([3, 1, 3]);
});

test('distance is symmetric, zero for equals only, and never more than the longer text', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const slips = distance(one, other);
      expect(distance(other, one)).toBe(slips);
      expect(slips === 0).toBe(one === other);
      expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});
