import { describe, expect, test } from 'vitest';
import { resolverFor } from '../../src/extract/links/resolve.js';
import type { FileSeed } from '../../src/model/file-seed.js';
import { urlsOf } from '../support/material.js';

const site = 'file:///srv/site';
const seedAt = (url: string, servedAt: string | null = null): FileSeed => ({ url, servedAt });
const seeds = [seedAt(site)];

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
    expect(resolverFor(`${site}/a/page.html`, [...seeds, seedAt('file:///srv')])(href)).toMatchObject({
      url,
    });
  });

  test.each(['file:///srv/site/b.html', 'C:\\docs\\a.docx', 'FILE:b.html', ' file:///etc/passwd'])(
    '%j is one that only its author can open',
    (href) => {
      expect(resolverFor(`${site}/a/page.html`, seeds)(href)).toMatchObject({
        url: href.trim().replace('file:///', 'file:/'),
        written: href,
      });
    },
  );

  test('that is written with its scheme is told apart from the file, to which others may lead', () => {
    const resolve = resolverFor(`${site}/a/page.html`, seeds);
    expect(resolve('file:///srv/site/a/b.html')?.url).not.toBe(resolve('b.html')?.url);
  });

  test('that starts with a slash has the root of the disk for its root where no folder is walked', () => {
    expect(resolverFor(`${site}/page.html`, [seedAt(`${site}/page.html`)])('/c.html')?.url).toBe(
      'file:///c.html',
    );
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

describe('a link in a folder that will be served', () => {
  const address = 'https://docs.example/guide/';
  const served = [seedAt(site, address), seedAt('file:///srv')];
  const leadsTo = (href: string, page = `${site}/a/page.html`) => resolverFor(page, served)(href)?.url;

  test.each([
    ['https://docs.example/guide/b.html', `${site}/b.html`],
    ['http://DOCS.example:80/guide/b.html?x=1', `${site}/b.html`],
    ['//docs.example/guide/b.html', `${site}/b.html`],
    ['https://docs.example/guide', `${site}/`],
    ['https://docs.example/guide/', `${site}/`],
    ['/guide/日本.html', `${site}/%E6%97%A5%E6%9C%AC.html`],
    ['b.html', `${site}/a/b.html`],
    ['../c.html', `${site}/c.html`],
    ['?x', `${site}/a/page.html`],
  ])('%j leads to the file %s', (href, url) => {
    expect(leadsTo(href)).toBe(url);
  });

  test.each([
    ['https://docs.example/guidebook/b.html', 'https://docs.example/guidebook/b.html'],
    ['https://docs.example:8443/guide/b.html', 'https://docs.example:8443/guide/b.html'],
    ['https://docs.example/guide/../b.html', 'https://docs.example/b.html'],
    ['https://docs.example/guide/%2e%2e/b.html', 'https://docs.example/b.html'],
    ['/b.html', 'https://docs.example/b.html'],
    ['../../b.html', 'https://docs.example/b.html'],
  ])('%j leads out of it, to %s', (href, url) => {
    expect(leadsTo(href)).toBe(url);
  });

  test('keeps its fragment, and what is wrong with it', () => {
    const resolve = resolverFor(`${site}/a/page.html`, served);
    expect(resolve(`${address}b.html#c`)).toMatchObject({ url: `${site}/b.html`, fragment: 'c' });
    expect(resolve(' file:///srv/site/b.html')?.url).toBe('file:/srv/site/b.html');
    expect(resolve('mailto:a@b.example')).toBeNull();
  });

  test('is relative to what the page says it is', () => {
    const at = (base: string) => {
      const given = { url: `${site}/a/page.html`, fileSeeds: served };
      return urlsOf(`<base href="${base}"><a href="b.html">b</a><a href="guide/c.html">c</a>`, given);
    };
    expect(at(address)).toEqual([`${site}/b.html`, `${site}/guide/c.html`]);
    expect(at('/')).toEqual(['https://docs.example/b.html', `${site}/c.html`]);
    // Without its slash the address is that of a page beside the folder.
    expect(at('/guide')).toEqual(['https://docs.example/b.html', `${site}/c.html`]);
    expect(at('mailto:a@b.example')).toEqual([`${site}/a/b.html`, `${site}/a/guide/c.html`]);
  });

  test('of a single file leads to the files beside it, as links of other folders to it do', () => {
    const file = seedAt(`${site}/a.md`, address);
    expect(resolverFor(`${site}/a.md`, [file])(`${address}b.md`)?.url).toBe(`${site}/b.md`);
    const other = seedAt('file:///srv/home', 'https://docs.example/');
    expect(resolverFor('file:///srv/home/c.html', [other, file])('/guide/a.md')?.url).toBe(`${site}/a.md`);
  });

  test.each([
    [`${address}b.html`, `${site}/b.html`],
    ['/b.html', 'file:///srv/home/b.html'],
    ['/api/b.html', 'file:///srv/api/b.html'],
    ['/guide', `${site}/`],
    ['/guidebook', 'file:///srv/home/guidebook'],
    ['//other.example/b.html', 'https://other.example/b.html'],
  ])('%j leads to the folder that will be served nearest to it', (href, url) => {
    const all = [
      seedAt('file:///srv/home', 'https://docs.example/'),
      ...served,
      seedAt('file:///srv/api', 'https://docs.example/api/'),
    ];
    for (const page of ['file:///srv/home/a.html', `${site}/a.html`, 'file:///srv/api/a.html'])
      expect(resolverFor(page, all)(href)?.url).toBe(url);
  });

  test('leads into its own folder where two will be served alike', () => {
    const both = [seedAt('file:///srv/old', address), seedAt(site, address)];
    expect(resolverFor(`${site}/a.html`, both)('/guide/b.html')?.url).toBe(`${site}/b.html`);
  });

  test('leads to the web from other folders, and from the web', () => {
    for (const page of ['file:///srv/other.html', 'https://docs.example/guide/a.html'])
      expect(leadsTo(`${address}b.html`, page)).toBe(`${address}b.html`);
  });
});

test.each([
  'file:///srv/site/a.html',
  'fi\nle:///srv/site/a.html',
  'C:/a.html',
  '\tfile:///a',
  '\u0001file:///a',
])('on the web %j leads to no file', (href) => {
  const destination = resolverFor('https://a.example/', seeds)(href);
  expect(destination?.written).not.toBeNull();
});
