import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/model/link.js';
import type { Recorder } from '../../src/model/recorder.js';
import type { Resource } from '../../src/model/resource.js';
import { walkSite, type Site } from '../support/fake-web.js';
import { at, one, origin, source } from './one-portal.js';

describe('scope', () => {
  const chain: Site = {
    [at('/')]: { links: ['/1', '/x'] },
    [at('/1')]: { links: ['/2'] },
    [at('/2')]: { links: ['/3'] },
    [at('/3')]: { links: ['/4'] },
    [at('/x')]: { links: ['/3'], took: 5000 },
    [at('/4')]: { links: ['/5'] },
    [at('/5')]: {},
  };

  it('walks so many clicks deep, and checks what the last pages link to', async () => {
    const { asked } = await walkSite(chain, one({ maxDepth: 1 }));
    expect(asked.map(({ url }) => url.slice(origin.length)).sort()).toEqual(['/', '/1', '/2', '/3', '/x']);
  });

  it('counts the shortest way even when it is found last', async () => {
    const { asked } = await walkSite(chain, one({ maxDepth: 2 }));
    expect(asked.map(({ url }) => url.slice(origin.length)).sort()).toEqual([
      '/',
      '/1',
      '/2',
      '/3',
      '/4',
      '/x',
    ]);
  });

  it('is incomplete where a page has more links than are read', async () => {
    const { end } = await walkSite({ [at('/')]: { links: ['/1'], isCut: true }, [at('/1')]: {} }, one());
    expect(end).toEqual({ complete: false, limitsReached: ['max-links'] });
  });

  it('stops at a number of pages and says so', async () => {
    const { end, resources } = await walkSite(chain, one({ maxPages: 3 }));
    expect(end).toEqual({ complete: false, limitsReached: ['max-pages'] });
    expect(
      [...resources.values()].some(({ outcome }) => outcome.kind === 'withheld' && outcome.by === 'limit'),
    ).toBe(true);
  });

  it('records no more than ten thousand addresses that its limit leaves out, and says so', async () => {
    const listed = (from: number, to: number): Partial<Link>[] =>
      Array.from({ length: to - from }, (_, index) => ({ url: `/${from + index}`, kind: 'sitemap' }));
    const site: Site = {
      [at('/')]: { links: ['/one.xml', '/two.xml'] },
      [at('/one.xml')]: { links: listed(0, 10_005), took: 10 },
      [at('/two.xml')]: { links: listed(20_000, 20_005), took: 9000 },
    };
    const linked = new Map<string, number | undefined>();
    const record: Recorder['record'] = ({ url }, admitted) => void linked.set(url, admitted?.targets.length);
    const { end } = await walkSite(site, one({ maxPages: 3 }), { recorder: { record } });
    expect(end).toEqual({ complete: false, limitsReached: ['max-pages', 'max-pages-left-out'] });
    expect(linked.size).toBe(3 + 10_000);
    expect(linked.get(at('/one.xml'))).toBe(10_005);
    // When the run is resumed, with more room, it is read again.
    expect(linked.get(at('/two.xml'))).toBeUndefined();
  });

  it('leaves alone what is excluded, also by fragment, and asks if another link is not', async () => {
    const site: Site = {
      [at('/')]: { links: [{ url: '/a', fragment: 'skip' }, '/private/b', '/c'] },
      [at('/c')]: { links: ['/a'] },
      [at('/a')]: {},
    };
    const { asked, resources } = await walkSite(site, one({ exclude: ['#skip$', '/private/'] }));
    expect(asked.map(({ url }) => url.slice(origin.length)).sort()).toEqual(['/', '/a', '/c']);
    expect(resources.get(at('/private/b'))?.outcome).toMatchObject({ kind: 'withheld', by: 'excluded' });
  });

  it('walks exactly what is included', async () => {
    const site: Site = {
      [at('/')]: { links: ['/docs/a', '/blog/b'] },
      [at('/docs/a')]: { links: ['/docs/c'] },
      [at('/blog/b')]: { links: ['/blog/d'] },
      [at('/docs/c')]: {},
    };
    const { asked } = await walkSite(site, one({ include: ['/docs/'] }));
    expect(asked.map(({ url }) => url.slice(origin.length)).sort()).toEqual([
      '/',
      '/blog/b',
      '/docs/a',
      '/docs/c',
    ]);
  });

  it('walks the sitemaps of an index, whatever is included of what they list', async () => {
    const listed = (...urls: readonly string[]): Partial<Link>[] =>
      urls.map((url) => ({ url, kind: 'sitemap' }));
    const site: Site = {
      [at('/index.xml')]: {
        links: listed('/docs.xml.gz', '/blog.xml?page=2', '/old.xml', 'https://foreign.example/map.xml'),
      },
      [at('/docs.xml.gz')]: { links: listed('/docs/a') },
      [at('/blog.xml?page=2')]: { links: listed('/docs/b', '/blog/b') },
      [at('/old.xml')]: { links: listed('/docs/old') },
      'https://foreign.example/map.xml': { links: listed('/docs/c') },
      [at('/docs/a')]: { links: ['/feed.xml'] },
      [at('/docs/b')]: {},
      [at('/blog/b')]: { links: ['/docs/d'] },
      [at('/feed.xml')]: { links: ['/docs/e'] },
    };
    const seeds = [at('/index.xml')];
    const { asked } = await walkSite(site, one({ seeds, include: ['/docs/'], exclude: ['/old'] }));
    expect(asked.map(({ url }) => url.replace(origin, '')).sort()).toEqual([
      '/blog.xml?page=2',
      '/blog/b',
      '/docs.xml.gz',
      '/docs/a',
      '/docs/b',
      '/feed.xml',
      '/index.xml',
      'https://foreign.example/map.xml',
    ]);
  });

  it('does not check what leads out if told so, but the end of a redirect is part of the link', async () => {
    const site: Site = {
      [at('/')]: { links: ['https://foreign.example/', '/short'] },
      [at('/short')]: { location: 'https://end.example/' },
      'https://end.example/': {},
    };
    const { asked } = await walkSite(site, one({ external: false }));
    expect(asked.map(({ url }) => url)).toEqual([at('/'), at('/short'), 'https://end.example/']);
  });

  it('writes down once what is not checked, however many pages link to it', async () => {
    const links = ['https://foreign.example/', '/', '/1', '/2'];
    const site: Site = { [at('/')]: { links }, [at('/1')]: { links }, [at('/2')]: { links } };
    const recorded: string[] = [];
    const recorder = { record: ({ url }: Resource) => void recorded.push(url) };
    await walkSite(site, one({ external: false }), { recorder });
    expect(recorded.sort()).toEqual([at('/'), at('/1'), at('/2'), 'https://foreign.example/'].sort());
  });

  it.each([
    '/sign-out',
    '/Account/Login/LogOff',
    '/_services/about',
    '/ideas/delete/4',
    '/blog/post?action=delete',
    '/ideas/vote?id=3',
  ])('never asks for %s', async (path) => {
    const { asked, resources } = await walkSite({ [at('/')]: { links: [path] } }, one());
    expect(asked).toHaveLength(1);
    expect(resources.get(at(path))?.outcome).toMatchObject({ kind: 'withheld', by: 'acting' });
  });

  it.each([
    '/how-to-sign-out-users',
    '/articles/delete-a-team.html',
    '/services/',
    '/account/',
    '/en-us/account/prices',
  ])('asks for %s', async (path) => {
    const { asked } = await walkSite({ [at('/')]: { links: [path] }, [at(path)]: {} }, one());
    expect(asked).toHaveLength(2);
  });

  it('records a form and never submits it', async () => {
    const site: Site = { [at('/')]: { links: [{ url: '/submit', kind: 'form' }] } };
    const { asked, resources } = await walkSite(site, one());
    expect(asked).toHaveLength(1);
    expect(resources.get(at('/submit'))?.outcome).toMatchObject({ by: 'acting', detail: 'form' });
  });

  it.each<[string, Record<string, unknown>, Partial<Link>]>([
    ['of another kind', {}, { kind: 'form' }],
    ['without the fragment', { exclude: ['#no$'] }, { fragment: 'no' }],
  ])('asks after all where a link %s leads to what pages before had left alone', async (_, scope, left) => {
    const again = { url: '/x', ...left };
    const site: Site = {
      [at('/')]: { links: [again, '/1'] },
      [at('/1')]: { links: [again, '/2'] },
      [at('/2')]: { links: [again, '/x', '/3'] },
      [at('/3')]: { links: [again] },
      [at('/x')]: {},
    };
    const { asked, resources } = await walkSite(site, one(scope));
    expect(asked.map(({ url }) => url)).toContain(at('/x'));
    expect(resources.get(at('/x'))?.outcome).toMatchObject({ status: 200 });
  });

  it('asks after all where a source that checks what leads out links to what another had left alone', async () => {
    const docs = 'https://docs.example/';
    const foreign = 'https://foreign.example/';
    const site: Site = {
      [at('/')]: { links: [foreign, '/1'] },
      [at('/1')]: { links: [foreign] },
      [docs]: { took: 100, links: [foreign] },
      [foreign]: {},
    };
    const sources = [
      { ...source, external: false },
      { id: 'docs', seeds: [docs], robots: false },
    ];
    const { asked } = await walkSite(site, { sources });
    expect(asked.filter(({ url }) => url === foreign)).toHaveLength(1);
  });

  it('asks after all where one source leads to what another excludes only for its own links', async () => {
    const docs = 'https://docs.example/';
    const foreign = 'https://foreign.example/';
    const site: Site = {
      [at('/')]: { links: [foreign, `${docs}a`, `${docs}b`] },
      [docs]: { took: 100, links: [foreign, `${docs}a`, `${docs}b`] },
      [foreign]: {},
      [`${docs}a`]: {},
    };
    const sources = [
      { ...source, exclude: ['foreign', '/a$', '/b$'] },
      { id: 'docs', seeds: [docs], robots: false, exclude: ['/b$'] },
    ];
    const { asked, resources } = await walkSite(site, { sources });
    expect(asked.map(({ url }) => url)).toEqual([at('/'), docs, foreign, `${docs}a`]);
    expect(resources.get(`${docs}b`)?.outcome).toMatchObject({ kind: 'withheld', by: 'excluded' });
  });

  it.each([0, 500])('gives the same reason whichever source links first (%d)', async (took) => {
    const docs = 'https://docs.example/';
    const foreign = 'https://foreign.example/';
    const site: Site = { [at('/')]: { links: [foreign], took }, [docs]: { links: [foreign], took: 100 } };
    const sources = [
      { ...source, exclude: ['foreign'] },
      { id: 'docs', seeds: [docs], robots: false, external: false },
    ];
    const { resources } = await walkSite(site, { sources });
    expect(resources.get(foreign)?.outcome).toMatchObject({ kind: 'withheld', by: 'excluded' });
  });

  it('leaves alone what every source excludes, though a foreign address redirects there', async () => {
    const excluded = 'https://foreign.example/excluded';
    const short = 'https://short.example/x';
    const site: Site = {
      [at('/')]: { links: [excluded, short] },
      [short]: { location: excluded },
      [excluded]: {},
    };
    const { asked } = await walkSite(site, { sources: [{ ...source, exclude: ['/excluded$'] }] });
    expect(asked.map(({ url }) => url)).toEqual([at('/'), short]);
    const neighbour = { id: 'docs', seeds: ['https://docs.example/'], robots: false };
    const both = await walkSite(site, { sources: [{ ...source, exclude: ['/excluded$'] }, neighbour] });
    expect(both.asked.map(({ url }) => url)).toContain(excluded);
  });

  it('notes a malformed link without asking', async () => {
    const written = 'hhttps://hub.example/x';
    const site: Site = { [at('/')]: { links: [{ url: written, written }] } };
    const { asked, resources } = await walkSite(site, one());
    expect(asked).toHaveLength(1);
    expect(resources.get(written)).toMatchObject({
      outcome: { by: 'malformed' },
      signals: { 'malformed-link': written },
    });
  });
});
