import { expect, test } from 'vitest';
import { guessDelimiter } from '../../../src/kit/documents/guess-delimiter.js';

test.each([
  ['a,b\nc,d', ','],
  ['"a, ""b""";c', ';'],
  ['a\tb,c\t', '\t'],
  ['a|b\nc,d|e\nf|g', '|'],
  ['Documents, as of May\ntitle;url\nGuide;https://a.example/x', ';'],
  ['no cells', ','],
])('%j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});
