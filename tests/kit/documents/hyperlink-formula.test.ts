import { expect, test } from 'vitest';
import { readHyperlinkFormula } from '../../../src/kit/documents/hyperlink-formula.js';

test.each([
  ['HYPERLINK("https://a.example/","Guide")', 'https://a.example/', 'Guide'],
  ['= hyperlink ( "https://a.example/" ; "The ""new"" one" ) ', 'https://a.example/', 'The "new" one'],
  ['=HYPERLINK("https://a.example/")', 'https://a.example/', ''],
  ['HYPERLINK("https://a.example/",A2&" (new)")', 'https://a.example/', ''],
])('%s', (formula, url, text) => {
  expect(readHyperlinkFormula(formula)).toEqual({ url, text });
});

test.each([
  ['its address is computed', 'HYPERLINK("https://a.example/"&A2,"Guide")'],
  ['its address is empty', 'HYPERLINK("","Guide")'],
  ['it is another function', 'CONCATENATE("https://a.example/","x")'],
  ['it is a text', 'see HYPERLINK("https://a.example/")'],
  ['it is longer than any formula', `HYPERLINK("${'""'.repeat(500_000)}`],
])('none is read if %s', (_, formula) => {
  expect(readHyperlinkFormula(formula)).toBeNull();
});
