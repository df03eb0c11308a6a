import { describe, expect, test } from 'vitest';
import { createFingerprintTable } from '../../../src/kit/fingerprints/fingerprint-table.js';

const texts = Array.from(
  { length: 50_000 },
  (_, at) => `https://hub.example/topic-${at % 97}/page-${at}.html`,
);

describe.each([0, 0xdeadbeef])('texts as numbers, under the key %i', (key) => {
  test('are numbered in the order they are added, and keep their numbers', () => {
    const table = createFingerprintTable(key);
    expect(texts.map(table.add)).toEqual(texts.map((_, at) => at));
    expect(texts.map(table.add)).toEqual(texts.map((_, at) => at));
    expect(table.size()).toBe(texts.length);
    expect(table.find('https://hub.example/')).toBe(-1);
  });
});

test('two tables can be compared', () => {
  const [one, other] = [createFingerprintTable(), createFingerprintTable()];
  for (const text of texts.slice(0, 10)) other.add(text);
  for (const text of texts.slice(5, 20)) one.add(text);
  expect([4, 5, 9].map((entry) => one.findFrom(other, entry))).toEqual([-1, 0, 4]);
});

test('another key gives other bits', () => {
  const bitsUnder = (key: number): number[] => {
    const table = createFingerprintTable(key);
    table.add('text');
    return [...table.bits().slice(0, 2)];
  };
  expect(bitsUnder(1)).not.toEqual(bitsUnder(2));
});
