import { describe, expect, test } from 'vitest';
import { resolverFor } from '../../src/extract/links/resolve.js';
import { urlsOf } from '../support/material.js';

const site = 'file:///srv/site';

describe('a link in a file', () => {
  test.each([
    ['b.html', `${site}/a/b.html`],
    ['../c.html#d', `${site}/c.html`],
    ['../../../../../etc/passwd', 'file:///etc/passwd'],
    ['/c.html', `${site}/c.html`],
    ['/', `${site}/`],
    ['./', `${site}/a/`],
    ['/a b.html', `${site}/a%20b.html`],
    ['日本.html', `${site}/a/%E6%97%A5%E6%9C%AC.html`],
    ['a%20b%23.html?x#y', `${site}/a/a%20b%23.html`],
    ['?x', `${site}/a/page.html`],
    ['', `${site}/a/page.html`],
    ['//cdn.example/x.js', 'https://cdn.example/x.js'],
    ['\\\\server\\share', 'https://server/share'],
    ['https://a.example', 'https://a.example/'],
  ])('%j leads to %s', (href, url) => {
    expect(resolverFor(`${site}/a/page.html`, [site, 'file:///srv'])(href)).toMatchObject({ url });
  });

  test.each(['file:///srv/site/b.html', 'C:\\docs\\a.docx', 'FILE:b.html', ' file:///etc/passwd'])(
    '%j is one that only its author can open',
    (href) => {
      expect(resolverFor(`${site}/a/page.html`, [site])(href)).toMatchObject({
        url: href.trim().replace('file:///', 'file:/'),
        written: href,
      });
    },
  );

  test('that is written with its scheme is told apart from the file, to which others may lead', () => {
    const resolve = resolverFor(`${site}/a/page.html`, [site]);
    expect(resolve('file:///srv/site/a/b.html')?.url).not.toBe(resolve('b.html')?.url);
  });

  test('that starts with a slash has the root of the disk for its root where no folder is walked', () => {
    expect(resolverFor(`${site}/page.html`, [`${site}/page.html`])('/c.html')?.url).toBe('file:///c.html');
    expect(resolverFor(`${site}/page.html`)('c.html')?.url).toBe(`${site}/c.html`);
  });

  test('may be relative to another place in its site, or to where it will be', () => {
    const at = (base: string) =>
      urlsOf(`<base href="${base}"><a href="b.html">b</a>`, { url: `${site}/a/page.html` });
    expect(at('/x/')).toEqual(['file:///x/b.html']);
    expect(at('../')).toEqual([`${site}/b.html`]);
    expect(at('https://a.example/x/')).toEqual(['https://a.example/x/b.html']);
    expect(at('mailto:x')).toEqual([`${site}/a/b.html`]);
  });
});

test.each([
  'file:///srv/site/a.html',
  'fi\nle:///srv/site/a.html',
  'C:/a.html',
  '\tfile:///a',
  '\u0001file:///a',
])('on the web %j leads to no file', (href) => {
  const destination = resolverFor('https://a.example/', [site])(href);
  expect(destination?.written).not.toBeNull();
});
