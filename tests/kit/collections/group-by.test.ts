import { expect, test } from 'vitest';
import { addToGroup, groupBy } from '../../../src/kit/collections/group-by.js';

test('groups keep the order of the values, and keys that of their first value', () => {
  const groups = groupBy(['pear', 'apple', 'plum', 'avocado'], (word) => word[0]);
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum']],
    ['a', ['apple', 'avocado']],
  ]);
  expect(groupBy([], String).size).toBe(0);
});

test('a value joins the group of its key, or starts one', () => {
  const groups = new Map([[1, ['one']]]);
  addToGroup(groups, 1, 'uno');
  addToGroup(groups, 2, 'two');
  expect([...groups]).toEqual([
    [1, ['one', 'uno']],
    [2, ['two']],
  ]);
});
