import { expect, test } from 'vitest';
import { createKnownUrls } from '../../src/crawl/state/known-urls.js';
import { encodeColumns } from '../../src/model/links/encode-columns.js';
import { PackedLinks } from '../../src/model/links/packed-links.js';

const urlOf = (number: number): string => `https://hub.example/${number}`;

/** Links as somebody else has numbered them. */
function linksTo(targets: readonly number[], numbering = { urlOf }): PackedLinks {
  return new PackedLinks(
    encodeColumns({ targets: Uint32Array.from(targets), words: [''], rows: new Uint32Array(0) }),
    numbering,
  );
}

test('URLs get one id each, whoever numbered them', () => {
  const known = createKnownUrls(() => 0.5);
  const seed = known.enter(urlOf(7)).id;
  const first = known.enterAll(linksTo([5, 7, 6]));
  expect([...first.ids]).toEqual([1, seed, 2]);
  expect([...first.undecided]).toEqual([0, 2]);
  const again = known.enterAll(linksTo([6, 5, 8]));
  expect([...again.ids]).toEqual([2, 1, 3]);
  expect([...again.undecided]).toEqual([2]);
  const others = known.enterAll(linksTo([0, 1], { urlOf: (number) => urlOf(8 - number) }));
  expect([...others.ids]).toEqual([3, seed]);
});

test('the text of a URL is asked for once', () => {
  const asked: number[] = [];
  const numbering = { urlOf: (number: number) => (asked.push(number), urlOf(number)) };
  const known = createKnownUrls(() => 0.5);
  for (let page = 0; page < 3; page++) known.enterAll(linksTo([4, 9], numbering));
  expect(asked).toEqual([4, 9]);
});

test('numbers of a damaged file take no memory', () => {
  const known = createKnownUrls(() => 0.5);
  const wild = linksTo([4_000_000_000, 1, 2 ** 24]);
  expect([...known.enterAll(wild).ids]).toEqual([0, 1, 2]);
  expect([...known.enterAll(wild).ids]).toEqual([0, 1, 2]);
});
