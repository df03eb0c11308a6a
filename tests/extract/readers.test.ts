import { describe, expect, test } from 'vitest';
import { isGzip } from '../../src/extract/gzip.js';
import { urlsOfStyle } from '../../src/extract/links/style-urls.js';
import { readBody, urlsOf } from '../support/material.js';

const brief = (body: string, given = {}): readonly string[] =>
  readBody(body, given).links.map(
    ({ kind, url }) => `${kind} ${url.replace('https://example.test/folder/', '')}`,
  );

describe('HTML', () => {
  test.each([
    ['<a href=x>', 'anchor x'],
    ['<area href=x>', 'anchor x'],
    ['<link href=x>', 'resource x'],
    ['<link rel=icon href=x>', 'icon x'],
    ['<img src=x srcset="y 2x">', 'image x|image y'],
    ['<picture><source srcset="x, y"></picture>', 'image x|image y'],
    ['<script src=x></script>', 'script x'],
    ['<iframe src=x></iframe>', 'frame x'],
    ['<iframe srcdoc="<a href=&quot;x&quot;>y</a>"></iframe><img src=z>', 'image z|anchor x'],
    [`<iframe srcdoc="<iframe srcdoc='<a href=x>'></iframe>"></iframe>`, ''],
    ['<link rel=preload as=image href=x imagesrcset="y 1x, z 2x">', 'image x|image y|image z'],
    ['<link rel=preload as=image imagesrcset="y 1x">', 'image y'],
    ['<link rel=preload as=font imagesrcset="y 1x">', ''],
    ['<template><a href=x></a></template><a href=y></a>', 'anchor y'],
    ['<p><template shadowrootmode=Open><a href=x></a></template><a href=y></a></p>', 'anchor x|anchor y'],
    [
      '<template shadowrootmode=closed><template><a href=x></a></template><a href=y></a></template>',
      'anchor y',
    ],
    ['<template><template shadowrootmode=open><a href=x></a></template><a href=y></a></template>', ''],
    ['<template shadowrootmode=none><a href=x></a></template>', ''],
    ['<video src=x poster=y><source src=z><track src=w></video>', 'media x|image y|media z|media w'],
    ['<audio src=x></audio>', 'media x'],
    ['<object data=x></object><embed src=y>', 'resource x|resource y'],
    ['<input type=IMAGE src=x><input src=y>', 'image x'],
    ['<form action=x><button formaction=y></form><form></form><form action=""></form>', 'form x|form y'],
    ['<body background=x>', 'image x'],
    [
      '<table background=x><tbody background=y><tr background=z><td background=w>',
      'image x|image y|image z|image w',
    ],
    ['<blockquote cite=x><q cite=y><ins cite=z><del cite=w>', 'resource x|resource y|resource z|resource w'],
    ['<meta http-equiv=Refresh content="0;URL=x">', 'refresh x'],
    ['<style>@import "x";a{b:url(y)}</style><i style="b:url(\'z\')">', 'style x|resource y|resource z'],
    [
      '<meta property=og:image content=x><meta property=og:title content=y><meta name=twitter:image content=z>',
      'social x|social z',
    ],
    [
      '<meta property="docfx:tocrel" content="toc.html"><meta name="docfx:navrel" content="../toc.html">',
      'navigation toc.html|navigation https://example.test/toc.html',
    ],
    ['<img src=""><script src=" "></script><link rel=preconnect href=x>', ''],
    ['<base href=sub/><a href=x>', 'anchor sub/x'],
    ['<base href="javascript:0"><a href=x>', 'anchor x'],
    ['<base href=""><base href=y/><a href=x>', 'anchor x'],
    ['<a href=x><base href=/late/>', 'anchor https://example.test/late/x'],
  ])('%s', (markup, links) => expect(brief(markup).join('|')).toBe(links));

  test('the Link header, relative to the page whatever its base', () => {
    const reading = readBody('<base href=/sub/><a href=x>', {
      linkHeader: '<y.css>; rel=stylesheet, <z>; rel=preconnect',
    });
    expect(reading.links.map((link) => link.url)).toEqual([
      'https://example.test/folder/y.css',
      'https://example.test/sub/x',
    ]);
  });

  test('the Refresh header, relative to the page whatever its base', () => {
    const urls = (refreshHeader: string): readonly string[] =>
      readBody('<base href=/sub/>', { refreshHeader }).links.map((link) => `${link.kind} ${link.url}`);
    expect(urls('5; url=y.html')).toEqual(['refresh https://example.test/folder/y.html']);
    expect(urls("0;URL='https://other.test/'")).toEqual(['refresh https://other.test/']);
    expect(urls('30')).toEqual([]);
  });

  test('facts', () => {
    const { facts } = readBody(
      '<html lang=ja-JP><title> A &amp;\n B</title><h1><b>One</b> two</h1><i id="a b"></i><a name=n></a><i id=user-content-c></i><i id="d%3A">',
    );
    expect(facts).toMatchObject({ title: 'A & B', heading: 'One two', language: 'ja-JP', charset: 'utf-8' });
    expect(facts?.anchors).toEqual(['a b', 'n', 'user-content-c', 'c', 'd%3A', 'd:']);
    expect(readBody('<meta http-equiv=content-language content="fr, en">').facts?.language).toBe('fr');
    expect(readBody('', { headers: { 'content-language': 'de' } }).facts?.language).toBe('de');
  });

  test.each([
    [
      '<ul class="nav breadcrumb"><li><a href=/ title="Home of everything">Home of ev…</a></li><li>/</li><li class=active>Here</li></ul>',
      ['Home of everything', 'Here'],
    ],
    [
      '<nav aria-label=Breadcrumb><ol><li><a href=/>A</a><li><a href=/b>B</a></ol></nav><ul><li>no</ul>',
      ['A', 'B'],
    ],
    ['<nav aria-label="breadcrumb"><a href=/>A</a> › <a href=/b>B</a></nav>', ['A', 'B']],
    ['<div typeof="BreadcrumbList"><a href=/>A</a></div>', ['A']],
    ['<ol class=breadcrumb></ol><ol class=breadcrumb><li>A</ol>', ['A']],
    ['<ul class=breadcrumbless><li>A</ul>', []],
  ])('breadcrumb %s', (markup, titles) => expect(readBody(markup).facts?.breadcrumb).toEqual(titles));

  test('the digest sees words and nothing else', () => {
    const digest = (markup: string): string | null | undefined => readBody(markup).facts?.digest;
    const page = '<h1>Title</h1><p>A long enough sentence, Views: 12 and Comments (3).</p>';
    expect(digest(page)).toMatch(/^2-[0-9a-f]{16}$/);
    expect(
      digest(`${page}<!-- Generated at 12:00 --><input name=__RequestVerificationToken value=abc>`),
    ).toBe(digest(page));
    expect(digest(page.replace('12', '1,301').replace('(3)', '(4)'))).toBe(digest(page));
    expect(digest(page.replace('<p>', '<p class=x>\n '))).toBe(digest(page));
    expect(digest(`${page}\n <!-- Generated at 12:00 -->\n`)).toBe(digest(`${page}\n`));
    expect(digest(page.replace('enough', 'enouhg'))).not.toBe(digest(page));
    expect(digest(page.replace('Views: 12', '1,204 views'))).toBe(
      digest(page.replace('Views: 12', '7 views')),
    );
    expect(digest('<p>Text</p><p><b>12</b> views')).toBe(digest('<p>Text</p>'));
    expect(digest('<nav>All views</nav><p>Text of <b>two</b> parts')).toBe(
      digest('<nav>All</nav><p>Text of <b>two</b> parts'),
    );
    expect(digest('<p>2023 edition, revised</p>')).not.toBe(digest('<p>2024 edition, revised</p>'));
    expect(digest('<p>日本語2023年</p>')).not.toBe(digest('<p>日本語2024年</p>'));
  });

  test('the digest leaves out what stands around the content, unless there is nothing else', () => {
    const digest = (markup: string): string | null | undefined => readBody(markup).facts?.digest;
    const page = (menu: string, text: string, year: string): string =>
      `<title>T</title><nav><a href=/>${menu}</a></nav><main>${text}</main><footer>© ${year}</footer>`;
    expect(digest(page('Home', 'Text', '2026'))).toBe(digest(page('Start', 'Text', '2027')));
    expect(digest(page('Home', 'Text', '2026'))).not.toBe(digest(page('Home', 'Other', '2026')));
    expect(digest(page('Home', '', ''))).not.toBe(digest(page('Start', '', '')));
    expect(digest('<nav><a href=/>Home</a><p>Text')).not.toBe(digest('<nav><a href=/>Home</a><p>Other'));
    expect(digest('<title>A</title><p>Text')).not.toBe(digest('<title>B</title><p>Text'));
  });

  test('the tree is made of the decoded page', () => {
    let text = '';
    readBody('<p>é</p>', {}, ({ tree }) => (text = tree()('p').text()));
    expect(text).toBe('é');
  });
});

describe('navigation', () => {
  test('toc.html', () => {
    const markup =
      '<ul><li><a href=a>A</a><ul><li><a href=b>B</a><li><span>Group</span><ul><li><a href=c>C</a></ul></ul><li><a href=d>D</a></ul>';
    const { links } = readBody(markup, { url: 'https://example.test/folder/toc.html' });
    expect(links.map(({ kind, text, headings }) => [kind, text, ...headings])).toEqual([
      ['navigation', 'A'],
      ['navigation', 'B', 'A'],
      ['navigation', 'C', 'A', 'Group'],
      ['navigation', 'D'],
    ]);
  });

  test('toc.json', () => {
    const given = { url: 'https://example.test/folder/toc.json', contentType: 'application/json' };
    const toc = {
      items: [
        { name: 'A', items: [{ displayName: 'B', topicHref: 'b.html', tocHref: 'b/toc.json', items: [] }] },
        null,
        1,
        { href: 7 },
      ],
    };
    const { links } = readBody(JSON.stringify(toc), given);
    expect(links.map(({ url, kind, text, headings }) => [url, kind, text, ...headings])).toEqual([
      ['https://example.test/folder/b.html', 'navigation', 'B', 'A'],
      ['https://example.test/folder/b/toc.json', 'navigation', 'B', 'A'],
    ]);
    expect(urlsOf('{"items":', given)).toEqual([]);
    expect(urlsOf('[{"href":"x"}]', given)).toEqual(['https://example.test/folder/x']);
  });
});

describe('CSS', () => {
  test.each([
    ['@import "a.css"; @import url(b.css) screen; @IMPORT url( \'c.css\' );', '+a.css +b.css +c.css'],
    ['a{b:url(x.png),url("y.png") , URL( z.png )}', 'x.png y.png z.png'],
    ["/* url(no) */ a{content:\"url(no)\";b:'\\'url(no)'} b{c:url(x)}", 'x'],
    ['a{b:url("a\\"b.png");c:url(d\\29 e);f:url(\\0067.png)}', 'a"b.png d)e g.png'],
    ['a{b:url(\'data:image/svg+xml;utf8,<svg xmlns="http://x" d="(1)">\');c:url(x)}', 'data x'],
    ['a{b:url(bad quote"x);c:url(x)}', 'x'],
    ['@namespace url(http://www.w3.org/1999/xhtml); @namespace "x"; a{b:url(y)}', 'y'],
    ['a{b:"unclosed\n;c:url(x)}', 'x'],
    ['a{b:curl(no);c:url()}', ''],
    ['@import; "no.css"', ''],
    ['/* never closed url(x)', ''],
    ['a{b:url(never closed', ''],
  ])('%s', (css, urls) => {
    const found = urlsOfStyle(css).map(
      ({ url, imported }) => (imported ? '+' : '') + (url.startsWith('data:') ? 'data' : url),
    );
    expect(found.join(' ')).toBe(urls);
  });

  test('is read when it is declared as such', () => {
    expect(brief('@import "x";a{b:url(y#z)}', { contentType: 'text/css' })).toEqual([
      'style x',
      'resource y',
    ]);
  });
});

describe('sitemaps', () => {
  const given = { contentType: 'application/xml', url: 'https://example.test/sitemap.xml' };
  test.each([
    [
      '<?xml version="1.0"?><!-- c --><urlset xmlns="x"><url><loc> a?b&amp;c </loc><lastmod>2026</lastmod></url>></urlset>',
      'a?b&c',
    ],
    ['<sm:urlset xmlns:sm="x"><sm:url><sm:loc>a</sm:loc></sm:url></sm:urlset>', 'a'],
    ['<sitemapindex><sitemap><loc><![CDATA[a&b]]></loc></sitemap></sitemapindex>', 'a&b'],
    [
      '<urlset><url><loc>a</loc><xhtml:link rel="alternate" hreflang="ja" href="b?c&amp;d"/></url></urlset>',
      'a b?c&d',
    ],
    [
      '<urlset><url><loc>a</loc><image:image><image:loc>i.png</image:loc></image:image></url><!-- <url><loc>no</loc></url> --></urlset>',
      'a',
    ],
    ['<not-a-sitemap><loc>a</loc></not-a-sitemap>', ''],
    ['<urlset><url><loc>a</loc', 'a'],
    ['<urlset><url><loc>a', ''],
  ])('%s', (markup, urls) => {
    const found = urlsOf(markup, given).map((url) => url.replace('https://example.test/', ''));
    expect(found.join(' ')).toBe(urls);
    expect(readBody(markup, given).links.every((link) => link.kind === 'sitemap')).toBe(true);
  });

  test.each(['text/html', 'text/plain', 'application/octet-stream', ''])('declared as %j', (contentType) => {
    const markup = '<?xml version="1.0"?><!-- made --><urlset><url><loc>a</loc></url></urlset>';
    expect(urlsOf(markup, { ...given, contentType })).toEqual(['https://example.test/a']);
    const page = '<!doctype html><title>Not found</title><a href="b">urlset</a><urlset>';
    expect(urlsOf(page, { ...given, contentType: 'text/html' })).toEqual(['https://example.test/b']);
  });

  test('in plain text, by name', () => {
    const text = { contentType: 'text/plain', url: 'https://example.test/sitemap.txt' };
    expect(urlsOf('\ufeffhttps://example.test/a\r\n\r\nnot one\nhttps://example.test/b', text)).toHaveLength(
      2,
    );
    expect(
      readBody('https://example.test/a', { ...text, url: 'https://example.test/notes.txt' }).facts,
    ).toBeNull();
  });
});

test('bodies without a reader are observed all the same', () => {
  let seen: unknown = 'nothing';
  const { facts, links } = readBody(
    new Uint8Array([0x89, 0x50]),
    { contentType: 'image/png' },
    ({ page, markup, body }) => {
      seen = [page, markup, body.bytes.length];
    },
  );
  expect(seen).toEqual([null, '', 2]);
  expect(facts).toBeNull();
  expect(links).toEqual([]);
});

test('HTML is recognised where nothing is declared, and nowhere else', () => {
  for (const markup of [
    '<!DOCTYPE html><a href=x>',
    ' <p>x',
    '<A href=x>',
    '<script>x</script>',
    '<!-- x -->',
  ])
    expect(readBody(markup, { contentType: '' }).facts, markup).not.toBeNull();
  for (const markup of ['<pre>x', '<plist>', '{"a": "<p>"}', 'x <p>'])
    expect(readBody(markup, { contentType: '' }).facts, markup).toBeNull();
  expect(readBody('', { contentType: '' }).facts).toBeNull();
  expect(readBody('<a href=x>', { contentType: 'text/plain' }).facts).toBeNull();
});

test('XML with HTML at its root is a page, as in browsers', () => {
  const page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><a href="x"/></html>';
  for (const contentType of ['application/xml', 'text/xml'])
    expect(urlsOf(page, { contentType })).toEqual(['https://example.test/folder/x']);
  expect(readBody('<feed><html/></feed>', { contentType: 'text/xml' }).facts).toBeNull();
});

describe('XHTML, where any element may end in its start tag', () => {
  const pageWith = (markup: string): string =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${markup}<a href="x">y</a></html>`;
  const read = (markup: string, contentType: string) => readBody(pageWith(markup), { contentType });

  test.each([
    '<script src="s.js"/>',
    '<style/>',
    '<title/>',
    '<template/>',
    '<p><textarea/></p>',
    '<iframe src="s.js"/>',
    '<p><![CDATA[ 1 > 0 <a href="z"> ]]></p>',
  ])('%s', (markup) => {
    for (const contentType of ['application/xhtml+xml', 'application/xml', 'text/xml']) {
      const links = read(markup, contentType).links.filter(({ kind }) => kind === 'anchor');
      expect(links).toMatchObject([{ url: 'https://example.test/folder/x', text: 'y' }]);
    }
  });

  test('nothing belongs to an element that has ended', () => {
    const { facts, links } = read('<a href="z" title="Z"/> no <h1/> heading ', 'application/xhtml+xml');
    expect(links).toMatchObject([{ text: 'Z' }, { text: 'y' }]);
    expect(facts?.heading).toBe('');
  });

  test('which is no end in HTML', () => {
    expect(read('<script src="s.js"/>', 'text/html').links).toMatchObject([{ kind: 'script' }]);
  });
});

test('gzip files are told by their first bytes', () => {
  expect(isGzip(Uint8Array.of(0x1f, 0x8b, 8, 0))).toBe(true);
  expect(isGzip(Uint8Array.of(0x1f, 0x8b))).toBe(false);
  expect(isGzip(new Uint8Array())).toBe(false);
});
