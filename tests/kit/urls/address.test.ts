import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressTrouble } from '../../../src/kit/urls/address.js';

const incomplete = 'is not a complete http or https address';

test.each([
  ['example.com', incomplete, 'did you mean "https://example.com"?'],
  ['www.example.com/a?b', incomplete, 'did you mean "https://www.example.com/a?b"?'],
  ['//example.com/', incomplete, 'did you mean "https://example.com/"?'],
  ['localhost:8080/x', incomplete, 'did you mean "http://localhost:8080/x"?'],
  ['127.0.0.1:8080', incomplete, 'did you mean "http://127.0.0.1:8080"?'],
  ['example.com:8443/', incomplete, 'did you mean "https://example.com:8443/"?'],
  ['hhttps://example.com/', incomplete, 'did you mean "https://example.com/"?'],
  ['htttp://example.com/', incomplete, 'did you mean "http://example.com/"?'],
  ['https//example.com/', incomplete, 'did you mean "https://example.com/"?'],
  ['https:/example.com/', incomplete, 'did you mean "https://example.com/"?'],
  ['https:example.com', incomplete, 'did you mean "https://example.com"?'],
  ['https://', incomplete, 'it should look like "https://example.com/"'],
  ['ftp://example.com/', 'is a "ftp:" address', 'only http and https can be asked'],
  ['mailto:a@example.com', 'is a "mailto:" address', 'only http and https can be asked'],
  ['./report.html', 'is a file, not an address', 'serve its folder over http first'],
  ['/srv/www/', 'is a file, not an address', 'serve its folder over http first'],
  ['C:\\docs\\a.html', 'is a file, not an address', 'serve its folder over http first'],
  ['file:///srv/a.html', 'is a file, not an address', 'serve its folder over http first'],
  ['https://exa mple.com/', 'has a space in it, at character 12', undefined],
  ['https://example\u200b.com/', 'has the invisible character U+200B in it, at character 16', undefined],
  ['https://example.com:99999/', 'cannot be read as an address', 'look at its host and port'],
  [
    'https://me:hunter2@example.com/',
    'has a user name or password in it',
    'put them into "credentials" of a configuration',
  ],
  ['“https://example.com/”', 'stands in curly quotation marks', 'use straight ones: "…"'],
  ['「https://example.com/」', 'stands in curly quotation marks', 'use straight ones: "…"'],
  ['', 'is empty', undefined],
])('%j %s', (text, message, hint) => {
  expect(addressTrouble(text)).toMatchObject(hint === undefined ? { message } : { message, hint });
});

test.each(['SECRET.example/SECRET', 'https;//SECRET.example/', 'secret:SECRET', 'https:/SECRET/', 'SECRET'])(
  'of %s nothing is said discreetly',
  (text) => {
    const trouble = addressTrouble(text);
    expect(JSON.stringify(trouble?.discreet ?? trouble)).not.toMatch(/secret/i);
  },
);

test.each([
  'https://example.com',
  'HTTP://EXAMPLE.COM/',
  'https://日本語.example/パス',
  'http://[::1]:8080/?a=b#c',
  'http://intranet/',
])('%s is an address', (text) => expect(addressTrouble(text)).toBeNull());

test('an address without trouble can be parsed, and any text gets an answer', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `https://${text}`),
      ),
      (text) => {
        if (addressTrouble(text) === null) expect(new URL(text).protocol).toMatch(/^https?:$/);
      },
    ),
  );
});
