import { describe, expect, it } from 'vitest';
import { walkSite, type Reply, type Site } from '../support/fake-web.js';
import { at, one, origin, source } from './one-portal.js';

describe('walk', () => {
  it('asks for every URL once, however many pages link to it', async () => {
    const links = ['/', '/a', '/b', '/c#x', '/c'];
    const site: Site = {
      [at('/')]: { links },
      [at('/a')]: { links },
      [at('/b')]: { links },
      [at('/c')]: { links },
    };
    const { asked, end } = await walkSite(site, one());
    expect(asked.map(({ url }) => url).sort()).toEqual([at('/'), at('/a'), at('/b'), at('/c')]);
    expect(end).toEqual({ complete: true, limitsReached: [] });
  });

  it('checks foreign pages and does not walk them', async () => {
    const foreign = 'https://elsewhere.example/page';
    const site: Site = {
      [at('/')]: { links: [foreign] },
      [foreign]: { links: ['https://elsewhere.example/further'] },
    };
    const { asked, resources } = await walkSite(site, one());
    expect(asked.map(({ url }) => url)).toEqual([at('/'), foreign]);
    expect(resources.get(foreign)).toMatchObject({ source: null, role: 'check' });
  });

  it('walks several sources and the links between them', async () => {
    const docs = 'https://docs.example';
    const site: Site = {
      [at('/')]: { links: [`${docs}/deep`] },
      [`${docs}/`]: { links: [at('/b')] },
      [`${docs}/deep`]: { links: ['/deeper'] },
      [`${docs}/deeper`]: {},
      [at('/b')]: {},
    };
    const { resources } = await walkSite(site, {
      sources: [source, { id: 'docs', seeds: [`${docs}/`], robots: false }],
    });
    expect(resources.get(`${docs}/deeper`)).toMatchObject({ source: 'docs', role: 'page' });
    expect(resources.get(at('/b'))).toMatchObject({ source: 'hub' });
  });

  it('reads a page whatever kind of link led to it first', async () => {
    const site: Site = {
      [at('/')]: { links: [{ url: '/b', kind: 'resource' }, { url: '/c', kind: 'image' }, '/d'] },
      [at('/b')]: { links: ['/behind-b'] },
      [at('/c')]: ({ method }) => (method === 'HEAD' ? { status: 405 } : { links: ['/behind-c'] }),
      [at('/d')]: { links: ['/b'] },
      [at('/behind-b')]: {},
      [at('/behind-c')]: {},
    };
    const { resources } = await walkSite(site, one());
    expect(resources.get(at('/behind-b'))?.outcome).toMatchObject({ status: 200 });
    expect(resources.get(at('/behind-c'))?.outcome).toMatchObject({ status: 200 });
  });

  describe('politeness', () => {
    it('waits as long as a throttling host asks, without spending a retry, while others go on', async () => {
      const slow = 'https://slow.example';
      const seen = new Map<string, number>();
      const site: Site = {
        [at('/')]: { links: [`${slow}/1`, `${slow}/2`, '/quick'] },
        [at('/quick')]: {},
        [`${slow}/1`]: (_, time) => {
          const first = seen.get('first') ?? time;
          seen.set('first', first);
          return time - first < 5000 ? { status: 429, retryAfter: 5000 } : {};
        },
        [`${slow}/2`]: {},
      };
      const { asked, resources } = await walkSite(site, one({}, { limits: { retries: 0, perHost: 1 } }));
      const slowTimes = asked.filter(({ url }) => url.startsWith(slow)).map((request) => request.at);
      expect(slowTimes[1]! - slowTimes[0]!).toBeGreaterThanOrEqual(5000);
      expect(resources.get(`${slow}/1`)?.outcome).toMatchObject({ status: 200 });
      expect(resources.get(`${slow}/1`)?.attempts[0]).toMatchObject({ result: 429, throttled: true });
      expect(asked.find(({ url }) => url === at('/quick'))!.at).toBeLessThan(slowTimes[1]!);
    });

    it('leaves a host alone that keeps asking for patience', async () => {
      const paths = Array.from({ length: 200 }, (_, index) => `https://busy.example/${index}`);
      const busy = Object.fromEntries(paths.map((url) => [url, { status: 429, retryAfter: 1000 }]));
      const { asked, resources } = await walkSite({ [at('/')]: { links: paths }, ...busy }, one());
      expect(asked.length).toBeLessThan(60);
      const outcomes = paths.map((url) => resources.get(url)?.outcome);
      for (const outcome of outcomes) {
        expect(outcome?.kind === 'fetched' ? outcome.status : outcome).toSatisfy(
          (value: unknown) => value === 429 || (value as { by?: string }).by === 'throttled',
        );
      }
    });

    it('keeps to so many requests a host and the gap between them', async () => {
      const links = Array.from({ length: 40 }, (_, index) => `/${index}`);
      const site: Site = { [at('/')]: { links } };
      const { busiest } = await walkSite(site, one({}, { limits: { perHost: 3 } }));
      expect(busiest.get(origin)).toBe(3);
      const { asked } = await walkSite(site, one({}, { limits: { minGap: 200 } }));
      const times = asked.map((request) => request.at);
      times.slice(1).forEach((time, index) => expect(time - times[index]!).toBeGreaterThanOrEqual(200));
    });

    it.each([
      ['what the robots.txt of a host asks for', 30_000, 30_000],
      ['no more than the longest wait, whatever it asks for', 3_600_000, 60_000],
    ])('keeps as gap %s', async (_, crawlDelay, gap) => {
      const site: Site = {
        [at('/robots.txt')]: { crawlDelay },
        [at('/')]: { links: ['/a', '/b'] },
        [at('/a')]: {},
        [at('/b')]: {},
      };
      const { asked } = await walkSite(site, one({ robots: true }));
      const times = asked.filter(({ url }) => !url.endsWith('.txt')).map((request) => request.at);
      expect(times.slice(1).map((time, index) => time - times[index]!)).toEqual([gap, gap]);
    });

    it('uses all its slots', async () => {
      const links = Array.from({ length: 1000 }, (_, index) => `/${index}`);
      const pages = Object.fromEntries(links.map((path) => [at(path), { took: 50 }]));
      const { took } = await walkSite(
        { [at('/')]: { links, took: 50 }, ...pages },
        one({}, { limits: { concurrency: 20, perHost: 20 } }),
      );
      expect(took).toBeLessThanOrEqual(50 + (1000 / 20) * 50 * 1.05);
    });

    it('waits for many hosts that hang beside the others, not before them', async () => {
      const hanging = Array.from({ length: 120 }, (_, index) => `https://hangs-${index}.example/`);
      const fine = Array.from({ length: 120 }, (_, index) => `https://fine-${index}.example/`);
      const failure = { cause: 'timeout', detail: 'connect' } as const;
      const { asked } = await walkSite(
        {
          [at('/')]: { links: [...hanging, ...fine] },
          ...Object.fromEntries(hanging.map((url) => [url, { took: 10_000, failure }])),
          ...Object.fromEntries(fine.map((url) => [url, {}])),
        },
        one(),
      );
      const begun = asked[0]?.at ?? 0;
      const last = asked.findLast(({ url }) => fine.includes(url));
      expect((last?.at ?? Infinity) - begun).toBeLessThan(10_000);
    });

    it('sends a slow host no more requests than there are slots', async () => {
      const links = Array.from({ length: 20 }, (_, index) => `/${index}`);
      const slow = Object.fromEntries(links.map((path) => [at(path), { took: 5000 }]));
      const { busiest } = await walkSite(
        { [at('/')]: { links }, ...slow },
        one({}, { limits: { concurrency: 2 } }),
      );
      expect(busiest.get(origin)).toBe(2);
    });
  });

  it('respects the robots.txt of a host only where the source says so, though another has read it', async () => {
    const site: Site = {
      [at('/robots.txt')]: { disallow: ['/kb/private', '/foreign', '/docs/a'] },
      [at('/docs/')]: { links: ['/docs/a', '/kb/', '/foreign'] },
      [at('/docs/a')]: {},
      [at('/kb/')]: { links: ['/kb/private', '/foreign'] },
      [at('/foreign')]: {},
    };
    const sources = [
      { id: 'docs', seeds: [at('/docs/')], include: ['/docs/'], robots: true },
      { id: 'kb', seeds: [at('/kb/')], include: ['/kb/'], robots: false },
    ];
    const { asked } = await walkSite(site, { sources });
    const urls = asked.map(({ url }) => url);
    expect(urls).toEqual(expect.arrayContaining([at('/kb/private'), at('/foreign')]));
    expect(urls).not.toContain(at('/docs/a'));
  });

  it('respects the robots.txt of its host in what it does not walk there, too', async () => {
    const site: Site = {
      [at('/robots.txt')]: { disallow: ['/foreign'] },
      [at('/docs/')]: { links: ['/foreign', '/other'] },
    };
    const sources = [{ id: 'docs', seeds: [at('/docs/')], include: ['/docs/'], robots: true }];
    const { asked } = await walkSite(site, { sources });
    expect(asked.map(({ url }) => url)).not.toContain(at('/foreign'));
    expect(asked.map(({ url }) => url)).toContain(at('/other'));
  });

  it('asks for robots.txt first, once, and respects it unless told not to', async () => {
    const site: Site = {
      [at('/robots.txt')]: { disallow: ['/private'] },
      [at('/')]: { links: ['/private/a', '/b'] },
      [at('/b')]: {},
      [at('/private/a')]: {},
    };
    const respectful = await walkSite(site, one({ robots: true }));
    expect(respectful.asked.map(({ url }) => url)).toEqual([at('/robots.txt'), at('/'), at('/b')]);
    expect(respectful.resources.get(at('/private/a'))?.outcome).toMatchObject({ by: 'robots' });
    const bold = await walkSite(site, one());
    expect(bold.asked).toHaveLength(3);
  });

  it.each<[string, Reply]>([
    ['fails', { status: 503 }],
    ['asks for patience', { status: 429, retryAfter: 2000 }],
    ['asks for patience in other words', { status: 503, retryAfter: 2000 }],
    ['breaks off', { failure: { cause: 'connection', detail: 'ECONNRESET' } }],
  ])('asks for robots.txt again where the host %s', async (_, trouble) => {
    let tries = 0;
    const site: Site = {
      [at('/robots.txt')]: () => (tries++ < 2 ? trouble : { disallow: ['/private'] }),
      [at('/')]: { links: ['/private/a', '/b'] },
      [at('/b')]: {},
    };
    const { asked, resources } = await walkSite(site, one({ robots: true }));
    const robots = at('/robots.txt');
    expect(asked.map(({ url }) => url)).toEqual([robots, robots, robots, at('/'), at('/b')]);
    expect(resources.get(at('/private/a'))?.outcome).toMatchObject({ by: 'robots' });
  });

  it.each<[string, number, Reply]>([
    ['that always fails', 3, { status: 500 }],
    ['that always asks for patience', 4, { status: 429, retryAfter: 2000 }],
    ['of a host that is not there', 1, { failure: { cause: 'dns', detail: 'ENOTFOUND' } }],
  ])('does not ask for ever for a robots.txt %s', async (_, times, trouble) => {
    const site: Site = { [at('/robots.txt')]: trouble, [at('/')]: {} };
    const { asked } = await walkSite(site, one({ robots: true }));
    expect(asked.filter(({ url }) => url === at('/robots.txt'))).toHaveLength(times);
    expect(asked.map(({ url }) => url)).toContain(at('/'));
  });

  it('takes no robots.txt for absent that this machine could not ask for', async () => {
    let isShort = true;
    const site: Site = {
      [at('/robots.txt')]: () => {
        const failure = { cause: 'connection', detail: 'EMFILE' } as const;
        const reply = isShort ? { failure } : { disallow: ['/private/'] };
        isShort = false;
        return reply;
      },
      [at('/')]: { links: ['/private/a'] },
      [at('/private/a')]: {},
      ['https://other.example/']: { links: [at('/later')], took: 1000 },
      [at('/later')]: {},
    };
    const { asked, resources, end } = await walkSite(site, {
      sources: [
        { ...source, seeds: [at('/'), at('/private/')], robots: true },
        { id: 'other', seeds: ['https://other.example/'], robots: false },
      ],
    });
    expect(resources.get(at('/'))?.outcome).toEqual({ kind: 'withheld', by: 'limit', detail: 'EMFILE' });
    expect(resources.get(at('/private/'))?.outcome).toMatchObject({ by: 'limit' });
    expect(resources.get(at('/later'))?.outcome).toMatchObject({ status: 200 });
    expect(asked.map(({ url }) => url)).not.toContain(at('/private/'));
    expect(end.limitsReached).toEqual(['shortage']);
  });

  it('asks each folder once for a name that ought not to exist', async () => {
    const site: Site = {
      [at('/')]: { links: ['/docs/a', '/docs/b', '/docs/deep/c'] },
      [at('/docs/a')]: {},
      [at('/docs/b')]: {},
      [at('/docs/deep/c')]: {},
    };
    const { resources } = await walkSite(site, one({}, { probes: true }));
    const probes = [...resources.values()].filter(({ role }) => role === 'probe');
    expect(probes.map(({ url }) => url.slice(0, url.lastIndexOf('/') + 1)).sort()).toEqual([
      at('/'),
      at('/docs/'),
      at('/docs/deep/'),
    ]);
  });

  it('asks portals by their own search, and checks what it finds', async () => {
    const search = at('/search?q=Compliance');
    const site: Site = {
      [at('/')]: {},
      [search]: { links: ['/unlinked'] },
      [at('/unlinked')]: {},
    };
    const { resources } = await walkSite(site, { ...one(), searches: [search] });
    expect(resources.get(search)).toMatchObject({ role: 'search', source: 'hub' });
    expect(resources.get(at('/unlinked'))?.outcome).toMatchObject({ status: 200 });
  });

  it('ends early when asked, and says what it did not reach', async () => {
    const links = Array.from({ length: 100 }, (_, index) => `/${index}`);
    const pages = Object.fromEntries(links.map((path) => [at(path), {}]));
    const controller = new AbortController();
    const site: Site = {
      ...pages,
      [at('/')]: { links },
      [at('/20')]: () => {
        controller.abort('interrupted');
        return {};
      },
    };
    const { end, resources } = await walkSite(site, one(), { signal: controller.signal });
    expect(end).toEqual({ complete: false, limitsReached: ['interrupted'] });
    expect(resources.get(at('/99'))?.outcome).toMatchObject({ by: 'unreached' });
    expect(resources.size).toBe(101);
  });

  it('does not wait for what is being read when it is to end', async () => {
    const controller = new AbortController();
    const site: Site = {
      [at('/')]: { links: ['/endless', '/gone', '/last'] },
      [at('/endless')]: { isEndless: true },
      [at('/gone')]: { status: 404, isEndless: true },
      [at('/last')]: () => {
        controller.abort('interrupted');
        return { took: 1000 };
      },
    };
    const { end, resources } = await walkSite(site, one(), { signal: controller.signal });
    expect(end.limitsReached).toEqual(['interrupted']);
    for (const path of ['/endless', '/gone', '/last'])
      expect(resources.get(at(path))?.outcome).toMatchObject({ by: 'unreached' });
  });
});
