import { expect, it } from 'vitest';
import { expressionOfGlob } from '../../../src/kit/text/glob.js';

it.each([
  ['*.html', '\\.html$'],
  ['*/archive/*', '/archive/'],
  ['**/*.pdf', '/.*\\.pdf$'],
  ['*?page=1&x=(2)*', '\\?page=1&x=\\(2\\)'],
  ['https://example.com/*', '^https://example\\.com/'],
  ['*', ''],
])('%s is written %s', (glob, expression) => {
  expect(expressionOfGlob(glob)).toBe(expression);
  expect(() => new RegExp(expression, 'u')).not.toThrow();
});
