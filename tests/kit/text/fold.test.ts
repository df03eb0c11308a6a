import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/kit/text/fold.js';

const blank = fc.constantFrom(
  ' ',
  '\t',
  '\n',
  '\r',
  '\f',
  '\v',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u200a',
  '\u2028',
);
const more = fc.constantFrom(
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
  '\0',
  '–',
  '’',
  '…',
  '日',
  'a',
  '\u200b',
);

test('folds white space of every kind as a regular expression would', () => {
  const property = fc.property(fc.array(fc.oneof(blank, more, fc.string())), (parts) => {
    const text = parts.join('');
    const folded = text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
    expect(fold(text, Number.POSITIVE_INFINITY)).toBe(folded);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('never cuts through a surrogate pair', () => {
  expect(fold('a\u{1f600}b', 2)).toBe('a');
  expect(fold('a\u{1f600}b', 3)).toBe('a\u{1f600}');
});
