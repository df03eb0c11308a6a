import { expect, test } from 'vitest';
import { append } from '../../../src/kit/collections/append.js';

test.each([
  [[], [1]],
  [[1], [1, 2]],
  [
    [1, 2],
    [1, 2, 3],
  ],
  [
    [1, 2, 3],
    [1, 2, 3, 4],
  ],
])('%j and one more', (values, longer) => {
  const before = [...values];
  expect(append(values, values.length + 1)).toEqual(longer);
  expect(values).toEqual(before);
});
