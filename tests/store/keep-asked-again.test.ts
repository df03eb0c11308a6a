import { expect, test } from 'vitest';
import { keepAskedAgain } from '../../src/store/snapshot/keep-asked-again.js';

const megabyte = 1024 * 1024;

test('what is asked for again and again is read twice, what is asked for once is not kept', () => {
  const read: number[] = [];
  const get = keepAskedAgain((id) => {
    read.push(id);
    return { id, size: megabyte };
  });
  for (let once = 100; once < 200; once++) {
    for (const again of [1, 2, 3]) expect(get(again)).toMatchObject({ id: again });
    get(once);
  }
  expect(read.filter((id) => id < 100)).toEqual([1, 2, 3, 1, 2, 3]);
});

test('no more is kept than some megabytes, but for a page that is larger by itself', () => {
  const read: number[] = [];
  const get = keepAskedAgain((id) => {
    read.push(id);
    return id === 0 ? null : { id, size: id * megabyte };
  });
  for (const id of [0, 0, 0, 50, 50, 50, 5, 5, 5, 50]) get(id);
  expect(read).toEqual([0, 0, 0, 50, 50, 5, 5, 50]);
});
