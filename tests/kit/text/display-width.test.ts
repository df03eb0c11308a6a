import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  padEndColumns,
  padStartColumns,
  truncateColumns,
  wrapColumns,
} from '../../../src/kit/text/display-width.js';
import { shorten } from '../../../src/kit/text/shorten.js';

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

test('wide characters take two columns, marks none', () => {
  expect(columnsOf('abc')).toBe(3);
  expect(columnsOf('リンク')).toBe(6);
  expect(columnsOf('e\u0301')).toBe(1);
  expect(columnsOf('👩\u200d💻')).toBe(2);
});

test('padding fills up to the columns', () => {
  expect(padEndColumns('未確認', 8)).toBe('未確認  ');
  expect(padStartColumns('12', 4)).toBe('  12');
  expect(padEndColumns('too long', 3)).toBe('too long');
});

describe('truncateColumns', () => {
  test('cuts between characters', () => {
    expect(truncateColumns('リンク切れ', 7)).toBe('リンク…');
    expect(truncateColumns('リンク切れ', 10)).toBe('リンク切れ');
    expect(truncateColumns('abcdef', 4)).toBe('abc…');
  });

  test('never exceeds its columns', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, columns) => {
        expect(columnsOf(truncateColumns(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('wrapColumns', () => {
  test('breaks between words, and between Japanese characters but for forbidden places', () => {
    expect(wrapColumns('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapColumns('開けません。次へ', 10)).toEqual(['開けませ', 'ん。次へ']);
    expect(wrapColumns('abc「引用」', 5)).toEqual(['abc', '「引', '用」']);
    expect(wrapColumns('「Deployment Guide」は', 18)).toEqual(['「Deployment', 'Guide」は']);
    expect(wrapColumns('名前は「Guide」です', 9)).toEqual(['名前は', '「Guide」', 'です']);
    expect(wrapColumns('全部で (12 件)。次', 12)).toEqual(['全部で (12', '件)。次']);
    expect(wrapColumns('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('loses nothing but white space and never exceeds its columns', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 6, max: 40 }), (text, columns) => {
        const lines = wrapColumns(text, columns);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

test('shorten bounds what it looks at', () => {
  expect(shorten('x'.repeat(1_000_000), 5)).toBe('xxxx…');
  expect(shorten('a\u001bb', 20)).toBe('a<U+001B>b');
  expect(shorten(`e${'\u0301'.repeat(1_000_000)}`, 10).length).toBeLessThan(200);
});
