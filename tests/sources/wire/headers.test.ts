import { expect, test } from 'vitest';
import { charsetOf, mediaTypeOf } from '../../../src/sources/wire/headers.js';

test.each<[written: string | readonly string[], type: string]>([
  ['text/html', 'text/html'],
  ['Text/HTML ;charset=utf-8', 'text/html'],
  ['text/html charset=utf-8', 'text/html'],
  ['text/html(made by hand)', 'text/html'],
  ['text/html,charset=utf-8', 'text/html'],
  ['text/html, */*', 'text/html'],
  ['text/html; title=","', 'text/html'],
  ['application/pdf; name="Sales, 2025/26.pdf"', 'application/pdf'],
  ['application/pdf; name="\\"Sales\\", 2025/26.pdf"', 'application/pdf'],
  ['text/plain, text/html', 'text/html'],
  ['text/html, text/plain', 'text/plain'],
  [['text/plain', 'text/html; charset=utf-8'], 'text/html'],
  [`text/plain; padding=${'a'.repeat(2000)}, text/html`, 'text/plain'],
  ['html', ''],
  ['charset=utf-8', ''],
  [';charset=utf-8', ''],
  ['*/*', ''],
  ['unknown/unknown', ''],
  ['application/unknown', ''],
  ['', ''],
])('a content type of %j means %j, as in browsers', (written, type) => {
  expect(mediaTypeOf({ 'content-type': written as string })).toBe(type);
});

test('a charset may stand in the second of two content types', () => {
  const written: unknown = ['text/html', 'text/html; charset=Shift_JIS'];
  expect(charsetOf({ 'content-type': written as string })).toBe('shift_jis');
});
