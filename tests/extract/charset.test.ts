import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/extract/charset/decode.js';
import { readBody } from '../support/material.js';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** 「日本語のリンク」 and its like, as the tools of their countries write them. */
const links: readonly (readonly [string, string, string])[] = [
  ['shift_jis', '\x93\xfa\x96{\x8c\xea\x82\xcc\x83\x8a\x83\x93\x83N', '日本語のリンク'],
  ['shift_jis', '\x87\x40\x81\x60\x83\x5c\x95\x5c', '①～ソ表'],
  ['euc-jp', '\xc6\xfc\xcb\xdc\xb8\xec\xa4\xce\xa5\xea\xa5\xf3\xa5\xaf', '日本語のリンク'],
  ['iso-2022-jp', '\x1b$BF|K\\8l$N%j%s%/\x1b(B', '日本語のリンク'],
  ['gb18030', '\xd6\xd0\xce\xc4\xc1\xb4\xbd\xd3', '中文链接'],
  ['big5', '\xa4\xa4\xa4\xe5\xb3s\xb5\xb2', '中文連結'],
  ['euc-kr', '\xc7\xd1\xb1\xb9\xbe\xee', '한국어'],
  ['windows-1252', '\x80 \x93quoted\x94 \x96 \xfcber\x99', '€ “quoted” – über™'],
  ['windows-1251', '\xd1\xf1\xfb\xeb\xea\xe0', 'Ссылка'],
  ['windows-1250', '\xb3\xb9cze', 'łącze'],
  ['koi8-r', '\xf3\xd3\xd9\xcc\xcb\xc1', 'Ссылка'],
  ['utf-8', '\xe6\x97\xa5\xe6\x9c\xac', '日本'],
];

const page = (text: string, head = ''): Uint8Array =>
  bytesOf(`<html><head>${head}</head><a href=x>${text}</a></html>`);

describe.each(links)('%s', (charset, written, text) => {
  const result = { charset, text };
  const read = (body: Uint8Array, header: string | null = null) => {
    const { facts, links: found } = readBody(body, { charset: header });
    return { charset: facts?.charset, text: found[0]?.text };
  };

  test('by header, which outdoes the page', () => {
    expect(read(page(written, '<meta charset=ascii>'), charset)).toEqual(result);
  });
  test('by meta', () => expect(read(page(written, `<meta charset="${charset}">`))).toEqual(result));
  test('by http-equiv, far down', () => {
    const head = `<!-- <meta charset=utf-8> --><style>${' '.repeat(3000)}</style><meta content='text/html; charset=${charset}' http-equiv=Content-Type>`;
    expect(read(page(written, head))).toEqual(result);
  });
  test('by XML declaration', () => {
    const declaration = bytesOf(`<?xml version="1.0" encoding="${charset}"?>`);
    expect(read(new Uint8Array([...declaration, ...page(written)]))).toEqual(result);
  });
});

describe('the query of a link', () => {
  const urlIn = (charset: string, href: string): string | undefined =>
    readBody(bytesOf(`<a href="${href}">x</a>`), { charset }).links[0]?.url;

  test.each([
    ['shift_jis', '/s?q=\x95\x5c&n=1#\x95\x5c', '/s?q=%95\\&n=1'],
    ['shift_jis', '/s?q=\xfb\xfc', '/s?q=%FB%FC'],
    ['shift_jis', '/s?q=&#8364;', '/s?q=%26%238364%3B'],
    ['euc-jp', '/s?q=\xc6\xfc\xcb\xdc', '/s?q=%C6%FC%CB%DC'],
    ['windows-1252', '/s?q=\xfcber 1', '/s?q=%FCber%201'],
    ['windows-1252', "/s?q=\x80'", '/s?q=%80%27'],
    ['gb18030', '/s?q=\xd6\xd0', '/s?q=%D6%D0'],
    ['big5', '/s?q=\xa4\xa4', '/s?q=%A4%A4'],
    ['euc-kr', '/s?q=\xc7\xd1', '/s?q=%C7%D1'],
    ['utf-8', '/s?q=\xe6\x97\xa5', '/s?q=%E6%97%A5'],
    ['windows-1252', '/s?q=\xfc\n&n=1 ', '/s?q=%FC&n=1'],
  ])('in %s is sent in the bytes of the page: %s', (charset, href, sent) => {
    expect(urlIn(charset, href)).toMatch(/^https?:\/\/[^/]+/);
    expect(urlIn(charset, href)?.replace(/^https?:\/\/[^/]+/, '')).toBe(sent);
  });

  test('does not change its path, which is in UTF-8', () => {
    expect(urlIn('shift_jis', '/\x95\x5c')).toMatch(/\/%E8%A1%A8$/);
  });
});

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf], (text: string) => [...new TextEncoder().encode(text)]],
  [
    'utf-16le',
    [0xff, 0xfe],
    (text: string) => Array.from(text).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ],
  [
    'utf-16be',
    [0xfe, 0xff],
    (text: string) => Array.from(text).flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]),
  ],
] as const)('%s by its mark, which outdoes all else', (charset, mark, encode) => {
  const body = Uint8Array.from([...mark, ...encode('<meta charset=shift_jis><a href=x>日本</a>')]);
  const { facts, links: found } = readBody(body, { charset: 'euc-jp' });
  expect(facts?.charset).toBe(charset);
  expect(found[0]?.text).toBe('日本');
});

test('any bytes in UTF-8 are read as a browser reads them', () => {
  const written = fc
    .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', 'é', '\xff', 'Ā', '\0') }))
    .map((text) => new TextEncoder().encode(text));
  const long = new TextEncoder().encode('日本'.repeat(20_000));
  const marked = written.map((bytes) => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]));
  fc.assert(
    fc.property(fc.oneof(written, marked, fc.uint8Array({ maxLength: 40 })), fc.boolean(), (some, isLong) => {
      const bytes = isLong ? Uint8Array.from([...some, ...long]) : some;
      // Those are the marks of other charsets.
      fc.pre(bytes[0] !== 0xfe && bytes[0] !== 0xff);
      const text = new TextDecoder().decode(bytes);
      expect(decode(bytes, { charset: 'utf-8', markup: true })).toMatchObject({
        text,
        mayHoldNul: text.includes('\0'),
      });
    }),
  );
});

test('the digest of a page is that of its text, however it was decoded', () => {
  const text = '<p>日本語 Zoë</p>';
  const long = `${text}<!--${'x'.repeat(70_000)}-->`;
  const utf8 = (page: string): Uint8Array => new TextEncoder().encode(page);
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  const flawed = Uint8Array.from([...utf8(`${text}<!--`), 0xff, ...utf8('-->')]);
  const digestOf = (body: Uint8Array): string | null | undefined =>
    readBody(body, { charset: 'utf-8' }).facts?.digest;
  const [first, ...others] = [utf8(text), utf8(long), utf16, flawed].map(digestOf);
  expect(first).toMatch(/^2-[0-9a-f]{16}$/);
  expect(others).toEqual([first, first, first]);
});

test('an invisible character changes no digest', () => {
  const latin1 = (page: string): Uint8Array => Buffer.from(page, 'latin1');
  const digestOf = (body: Uint8Array, charset: string): string | null | undefined =>
    readBody(body, { charset }).facts?.digest;
  const plain = '<p>Adoption guidance for tenants, <em>revised</em> twice.</p>';
  const seen = digestOf(latin1(plain), 'utf-8');
  expect(digestOf(Buffer.from(`${plain}<!-- é -->`), 'utf-8')).toBe(seen);
  expect(digestOf(Buffer.from(`${plain}<!-- 日 -->`), 'utf-8')).toBe(seen);
  expect(digestOf(latin1(`${plain}<!-- é -->`), 'windows-1252')).toBe(seen);
});

test('the digest sees all of every wide character', () => {
  const digestOf = (text: string): string | null | undefined => readBody(`<p>${text}</p>`).facts?.digest;
  const text = '日 本 語 の 移 行 ガ イ ド'.split(' ');
  const bits = [0x01, 0x100, 0x8000];
  const variants = text.flatMap((character, at) =>
    bits.map((bit) => text.with(at, String.fromCharCode(character.charCodeAt(0) ^ bit)).join('')),
  );
  const digests = [text.join(''), ...variants].map(digestOf);
  expect(new Set(digests).size).toBe(digests.length);
});

test('UTF-16 without a mark', () => {
  const body = Uint8Array.from('<html><a href=x>y</a>', (c) => c.charCodeAt(0));
  const wide = Uint8Array.from([...body].flatMap((byte) => [byte, 0]));
  expect(readBody(wide).facts?.charset).toBe('utf-16le');
});

describe('a guess where nobody says anything', () => {
  const sentence = {
    shift_jis:
      '\x82\xb1\x82\xcc\x83y\x81[\x83W\x82\xcd\x93\xfa\x96{\x8c\xea\x82\xc5\x8f\x91\x82\xa9\x82\xea\x82\xc4\x82\xa2\x82\xdc\x82\xb7\x81B',
    'euc-jp':
      '\xa4\xb3\xa4\xce\xa5\xda\xa1\xbc\xa5\xb8\xa4\xcf\xc6\xfc\xcb\xdc\xb8\xec\xa4\xc7\xbd\xf1\xa4\xab\xa4\xec\xa4\xc6\xa4\xa4\xa4\xde\xa4\xb9\xa1\xa3',
    'iso-2022-jp': '\x1b$B$3$N%Z!<%8$OF|K\\8l$G=q$+$l$F$$$^$9!#\x1b(B',
  };
  test.each(Object.entries(sentence))('%s, with and without lang=ja', (charset, text) => {
    for (const start of ['<html lang="ja">', '<html>']) {
      const { facts, links: found } = readBody(
        bytesOf(`${start}<a href=x>${text}</a><p>${`${text} `.repeat(5)}`),
      );
      expect(facts?.charset).toBe(charset);
      expect(found[0]?.text).toBe('このページは日本語で書かれています。');
    }
  });
  test('ASCII and UTF-8 are UTF-8', () => {
    expect(readBody('<a href=x>plain</a>').facts?.charset).toBe('utf-8');
    expect(readBody('<a href=x>süß</a>').facts?.charset).toBe('utf-8');
    expect(readBody('é'.repeat(70_001)).facts?.charset).toBe('utf-8');
  });
  test('a label nobody knows is no label', () => {
    expect(
      readBody('<meta charset="klingon"><a href=x>é</a>', { charset: 'x-nonsense' }).facts?.charset,
    ).toBe('utf-8');
  });
  test('a page cannot declare itself UTF-16', () => {
    expect(readBody('<meta charset="utf-16"><a href=x>é</a>').links[0]?.text).toBe('é');
  });
});
