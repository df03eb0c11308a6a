import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIndexTable, keyOf, keyOfAll } from '../../src/tasks/matching/index-table.js';
import { createHistogram } from '../../src/tasks/matching/histogram.js';

test('a table gives back what was added under a key, in its order, however much it grows', () => {
  const pairs = fc.array(fc.tuple(fc.nat(50), fc.nat(5)), { maxLength: 400 });
  fc.assert(
    fc.property(pairs, fc.nat(3000), (added, others) => {
      const table = createIndexTable();
      const known = new Map<number, number[]>();
      for (const [key, value] of added) {
        table.add(key, value);
        const values = known.get(key) ?? [];
        if (values.at(-1) !== value) values.push(value);
        known.set(key, values);
      }
      for (let other = 0; other < others; other++) table.add(1000 + other, other);
      for (const [key, values] of known) expect(table.get(key)).toEqual(values);
      expect(table.get(999)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('what is asked for may be added to afterwards', () => {
  const table = createIndexTable();
  table.add(keyOf('guide'), 1);
  expect(table.get(keyOf('guide'))).toEqual([1]);
  table.add(keyOf('guide'), 2);
  expect(table.get(keyOf('guide'))).toEqual([1, 2]);
});

test('of many values under one key the first are given and all are counted, each once', () => {
  const table = createIndexTable(3);
  for (const value of [1, 1, 4, 6, 6, 9, 12]) table.add(7, value);
  expect(table.get(7)).toEqual([1, 4, 6]);
  expect(table.count(7)).toBe(5);
  expect(table.count(8)).toBe(0);
});

test('the key of several texts does not depend on their order', () => {
  expect(keyOfAll(['score', 'compliance'])).toBe(keyOfAll(['compliance', 'score']));
  expect(keyOfAll(['score'])).not.toBe(keyOfAll(['scores']));
});

test('a histogram gives the most frequent first, then whoever came first, and starts anew', () => {
  const histogram = createHistogram(10);
  for (const number of [7, 3, 3, 9, 7, 3]) histogram.count(number);
  expect(histogram.takeMost(2)).toEqual([3, 7]);
  expect(histogram.takeMost(2)).toEqual([]);
  for (const number of [5, 1, 2]) histogram.count(number);
  expect(histogram.takeMost(2)).toEqual([5, 1]);
});
