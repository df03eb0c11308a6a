import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLinkHeader } from '../../src/extract/links/link-header.js';
import { urlOfRefresh } from '../../src/extract/links/refresh.js';
import { kindOfRelation } from '../../src/extract/links/rel.js';
import { decodeFragment, resolverFor } from '../../src/extract/links/resolve.js';
import { urlsOfSrcset } from '../../src/extract/links/srcset.js';
import { isSuspicious } from '../../src/extract/links/suspicion.js';
import { identify } from '../../src/kit/urls/url.js';

const base = 'https://example.test/a/b/page.html?q=1';

describe('resolving', () => {
  test.each([
    ['', 'https://example.test/a/b/page.html?q=1', null],
    ['#top', 'https://example.test/a/b/page.html?q=1', 'top'],
    ['#', 'https://example.test/a/b/page.html?q=1', null],
    ['?x', 'https://example.test/a/b/page.html?x', null],
    ['other.html', 'https://example.test/a/b/other.html', null],
    ['/x/y.pdf#p-1', 'https://example.test/x/y.pdf', 'p-1'],
    ['../c/', 'https://example.test/a/c/', null],
    ['//host.test', 'https://host.test/', null],
    ['a b', 'https://example.test/a/b/a%20b', null],
    ['\u0001 a.html\t', 'https://example.test/a/b/a.html', null],
    ['a.html\u3000', 'https://example.test/a/b/a.html%E3%80%80', null],
    ['\u00a0https://host.test/', 'https://example.test/a/b/%C2%A0https://host.test/', null],
    ['\u00a0#top', 'https://example.test/a/b/%C2%A0', 'top'],
    ['a|b^c?d|e^f#g|h', 'https://example.test/a/b/a%7Cb%5Ec?d|e^f', 'g|h'],
    ['?a|b', 'https://example.test/a/b/page.html?a|b', null],
    ['x#%C3%84', 'https://example.test/a/b/x', 'Ä'],
    ['x#%ff', 'https://example.test/a/b/x', '%ff'],
    ['x#100%達成', 'https://example.test/a/b/x', '100%達成'],
    ['x#50%-%6Fff', 'https://example.test/a/b/x', '50%-off'],
    ['x#%ff-%E9%81%94', 'https://example.test/a/b/x', '%ff-達'],
    ['x#one:~:text=two', 'https://example.test/a/b/x', 'one'],
    ['x#:~:text=two', 'https://example.test/a/b/x', null],
    ['HTTPS://EXAMPLE.test:443/%7eme', 'https://example.test/~me', null],
  ])('%j', (href, url, fragment) => {
    expect(resolverFor(base)(href)).toMatchObject({ url, fragment });
  });

  test.each([
    'mailto:a@b.test',
    'javascript:void(0)',
    'tel:1',
    'data:text/plain,a b',
    'blob:x',
    'about:blank',
    'irc://h/c',
    ' JavaScript:x',
  ])('%j leads nowhere', (href) => expect(resolverFor(base)(href)).toBeNull());

  test.each(['//////', 'https://example]org/x', 'http://', 'hhttps://x/', 'http://a b/'])(
    '%j is kept as written',
    (href) => {
      expect(resolverFor(base)(` ${href}`)).toEqual({ url: href, fragment: null, written: ` ${href}` });
    },
  );

  test('is what a browser makes of it, remembered or not', () => {
    const part = fc.constantFrom(
      'a',
      'b.html',
      'c-d_e~f',
      '..',
      '../',
      './',
      '.',
      '/',
      '//',
      '?',
      '#',
      '%20',
      'x.pdf',
      '1',
      ':',
      'é',
      '.html',
      'host.test',
    );
    const href = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    const page = fc.constantFrom(base, 'http://h.test/', 'http://h.test:81/x', 'http://h.test/é/%7e/y?z/w#v');
    fc.assert(
      fc.property(href, page, (given, from) => {
        const resolved = resolverFor(from)(given);
        const url = URL.canParse(given, from) ? new URL(given, from) : null;
        if (url?.protocol.startsWith('http') !== true) return;
        expect(resolved?.url).toBe(identify(url));
        expect(resolved?.fragment).toBe(url.hash === '' ? null : decodeFragment(url.hash.slice(1)));
        expect(resolverFor(from)(given)).toEqual(resolved);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([' ', ' #top', '\n#top', '\u0001?x=1', 'https:#top', 'HTTPS:?x=1'])(
    '%j is of each page of a folder its own',
    (href) => {
      for (const page of ['one.html', 'two.html']) {
        const { url } = resolverFor(`https://example.test/folder/${page}`)(href) ?? {};
        expect(url).toContain(`/folder/${page}`);
      }
    },
  );

  test('remembers within bounds', () => {
    for (let folder = 0; folder < 50; folder++) {
      const resolve = resolverFor(`https://example.test/${folder}/`);
      for (let href = 0; href < 1500; href += 1) resolve(`?&${href}`);
      expect(resolve('x.html?1')?.url).toBe(`https://example.test/${folder}/x.html?1`);
    }
  });
});

describe('suspicion', () => {
  test.each([
    'hhttps://example.test/',
    'htp://example.test',
    'htpps://example.test',
    'ttps://example.test',
    'http:/example.test',
    'http//example.test',
    'https;//example.test/x',
    'https:example.test',
    'https:///example.test',
    'http://https://example.test',
    'https://http//x',
    'www.example.test/x',
    'aka.ms/FastTrack',
    'FastTrackReadyKit',
    'docs/https://example.test/x',
    'example.com',
    'docs.microsoft.com/en-us/x',
    'someone@example.com',
    'guide.md',
    '../a/guide.md#part',
    'https://example.com./x',
    'https://example.test\\x',
    'folder\\file.docx',
    'a%2520b.docx',
    'x\u200b',
    'x%E2%80%8B',
    'https://example.test/\u00a0',
    ' /x ',
    'a\nb',
    'en-us/https://example.test/x',
  ])('%j looks like a slip', (href) => expect(isSuspicious(href)).toBe(true));

  test.each([
    'https://example.test/x',
    'HTTP://example.test',
    '//example.test/x',
    'page.html',
    'node.js/index.html',
    'v1.2/page.html',
    'index.php?x=http://y.test',
    '/login?return=https://example.test/',
    '/redirect#https://example.test/',
    'https://web.archive.test/web/2020/https://example.test/',
    'https://github.test/x/readme.md',
    'mailto:someone@example.com',
    'ftp://example.test',
    'ftps://example.test',
    'jquery.min.js',
    'a b.docx',
    'a%20b.docx',
    '日本語.html',
    '@user/profile',
    'image.png',
    'tel:+1',
    '#part',
    'Overview',
    'docs/FastTrackReadyKit.html',
    '',
  ])('%j does not', (href) => expect(isSuspicious(href)).toBe(false));
});

test.each([
  ['a.png, b.png', ['a.png', 'b.png']],
  ['a.png,                 b.png', ['a.png', 'b.png']],
  ['a.png 1x,b.png 2x', ['a.png', 'b.png']],
  ['a,b.png 100w,\n\t\tc.png 200w', ['a,b.png', 'c.png']],
  ['data:image/svg+xml,%3Csvg%3E 1x, b.png 2x', ['data:image/svg+xml,%3Csvg%3E', 'b.png']],
  ['data:svg+xml,%3Csvg%3E%3C%2Fsvg%3E, /b.png', ['data:svg+xml,%3Csvg%3E%3C%2Fsvg%3E', '/b.png']],
  ['a.png (x,y) 1x, b.png', ['b.png']],
  ['my photo.png 1x, b.png .5x', ['b.png']],
  ['a.png 1x b.png 2x', []],
  ['a.png 100w 50h , b.png 50h\t100w, c.png 1.5e1x, d.png\n', ['a.png', 'b.png', 'c.png', 'd.png']],
  ['a.png 1X, b.png 100px, c.png x, d.png -1x, e.png 100h, f.png 1.x', []],
  [',,a.png,,', ['a.png']],
  ['', []],
  [' , ', []],
])('srcset %j', (srcset, urls) => expect(urlsOfSrcset(srcset)).toEqual(urls));

test.each([
  ['0;url=x', 'x'],
  ['5; URL = "x y" z', 'x y'],
  ["0,url='x", 'x'],
  ['0 x', 'x'],
  ['1.5;x', 'x'],
  ['.5 ; url=x', 'x'],
  ['0;url', 'url'],
  ['5', null],
  ['5;', null],
  ['x', null],
  ['', null],
])('refresh %j', (content, url) => expect(urlOfRefresh(content)).toBe(url));

test.each([
  [
    '<a>; rel=preload; as=style, <b>; rel="next nofollow"; title="x, \\"y\\""',
    [
      { href: 'a', rel: 'preload', as: 'style', title: '' },
      { href: 'b', rel: 'next nofollow', as: null, title: 'x, "y"' },
    ],
  ],
  ['<a,b>;rel=canonical', [{ href: 'a,b', rel: 'canonical', as: null, title: '' }]],
  ['a; rel=next', []],
  ['<a', []],
])('Link: %j', (header, entries) => expect(readLinkHeader(header)).toEqual(entries));

test.each([
  ['stylesheet', null, 'style'],
  ['alternate stylesheet', null, 'style'],
  ['SHORTCUT ICON', null, 'icon'],
  ['apple-touch-icon', null, 'icon'],
  ['canonical', null, 'canonical'],
  ['alternate', null, 'alternate'],
  ['preload', 'style', 'style'],
  ['preload', 'font', 'resource'],
  ['modulepreload', null, 'script'],
  ['next', null, 'resource'],
  ['', null, 'resource'],
  ['preconnect', null, null],
  ['dns-prefetch preconnect', null, null],
  ['prefetch', 'script', null],
] as const)('rel=%j as=%j', (rel, as, kind) => expect(kindOfRelation(rel, as)).toBe(kind));
