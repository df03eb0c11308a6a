import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/model/link.js';
import type { Outcome, Resource } from '../../src/model/resource.js';
import { createClock } from '../support/clock.js';
import { walkSite, type Reply, type Site } from '../support/fake-web.js';

const origin = 'https://hub.example';
const source = { id: 'hub', seeds: [`${origin}/`], robots: false };
const one = (overrides: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => ({
  sources: [{ ...source, ...overrides }],
  ...rest,
});
const at = (path: string): string => `${origin}${path}`;

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

  it('makes the target of a redirect a target of its own, asked once', async () => {
    const site: Site = {
      [at('/')]: { links: ['/old', '/older', '/new'] },
      [at('/old')]: { status: 301, location: '/new' },
      [at('/older')]: { status: 301, location: '/old' },
      [at('/new')]: { links: ['/leaf'] },
      [at('/leaf')]: {},
    };
    const { asked, resources } = await walkSite(site, one());
    expect(asked.filter(({ url }) => url === at('/new'))).toHaveLength(1);
    expect(resources.get(at('/older'))?.outcome).toMatchObject({ status: 301, location: at('/old') });
    expect(resources.get(at('/leaf'))?.outcome).toMatchObject({ status: 200 });
  });

  it('stops a maze of redirects', async () => {
    const site: Site = new Proxy(
      {},
      {
        get: (_, url: string) =>
          url === at('/')
            ? { links: ['/maze/0'] }
            : { location: `/maze/${Number(url.split('/').pop()) + 1}` },
      },
    );
    const { asked } = await walkSite(site, one({}, { limits: { maxHops: 5 } }));
    expect(asked).toHaveLength(7);
  });

  describe('a page that asks for cookies', () => {
    const wall = { links: [], signals: { 'cookie-wall': { says: 'cookies are required' } } };
    const site: Site = {
      [at('/')]: { links: ['/page', '/moved'] },
      [at('/page')]: { location: '/check?back=page' },
      [at('/check?back=page')]: wall,
      [at('/moved')]: { location: '/new' },
      [at('/new')]: {},
      [at('/behind')]: {},
    };

    it('is passed with the cookies it sets', async () => {
      const followed: string[] = [];
      const { resources } = await walkSite(site, one(), {
        follow: ({ url }) => {
          followed.push(url);
          return { status: 200, links: ['/behind'] };
        },
      });
      expect(followed).toEqual([at('/page')]);
      expect(resources.get(at('/page'))?.outcome).toMatchObject({ status: 200 });
      expect(resources.get(at('/behind'))?.outcome).toMatchObject({ status: 200 });
    });

    it('does not hide that nothing is behind it', async () => {
      const { resources } = await walkSite(site, one(), { follow: () => ({ status: 404 }) });
      expect(resources.get(at('/page'))?.outcome).toMatchObject({ status: 404 });
    });

    it('is left alone where that leads elsewhere', async () => {
      const { resources } = await walkSite(site, one(), {
        follow: () => ({ status: 200, follows: at('/check?back=page') }),
      });
      expect(resources.get(at('/page'))?.outcome).toMatchObject({ status: 302 });
    });
  });

  describe('a redirect that is followed with cookies', () => {
    const loop = (path: string): Site => ({ [at(path)]: { location: path } });
    const site: Site = { [at('/')]: { links: ['/b', '/c'] }, ...loop('/b'), ...loop('/c') };

    it('leaves its host the gap between two requests', async () => {
      const times: number[] = [];
      const { asked } = await walkSite(site, one({}, { limits: { minGap: 200 } }), {
        follow: (_, time) => {
          times.push(time);
          return {};
        },
      });
      const all = [...asked.map((one) => one.at), ...times];
      const gaps = all.slice(1).map((time, index) => time - (all[index] ?? 0));
      expect(times).toHaveLength(2);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
    });

    it('leaves it also to the host that it leads on to', async () => {
      const begun = new Map<string, number>();
      const { resources } = await walkSite(site, one({}, { limits: { minGap: 200 } }), {
        follow: ({ url }, time) => {
          begun.set(url, time);
          return { follows: `${url}/end` };
        },
      });
      expect(begun.size).toBe(2);
      for (const [url, time] of begun)
        expect(resources.get(url)?.attempts.at(-1)?.at).toBeGreaterThanOrEqual(time + 200);
    });

    it('goes nowhere that robots.txt asks to stay away from', async () => {
      const guarded: Site = { ...site, [at('/robots.txt')]: { disallow: ['/private'] } };
      const { resources } = await walkSite(guarded, one({ robots: true }), {
        follow: () => ({ follows: at('/private') }),
      });
      expect(resources.get(at('/b'))?.outcome).toMatchObject({ status: 302 });
    });

    const many = Array.from({ length: 30 }, (_, index) => `/loop/${index}`);
    const bouncing: Site = {
      [at('/')]: { links: many },
      ...Object.fromEntries(many.map((path) => [at(path), { location: path }])),
    };
    const statusesOf = (resources: ReadonlyMap<string, Resource>): ReadonlySet<unknown> =>
      new Set(many.map((path) => resources.get(at(path))?.outcome).map(statusOf));
    const statusOf = (outcome: Outcome | undefined): unknown =>
      outcome?.kind === 'fetched' ? outcome.status : outcome?.kind;

    it('is asked for beside others, as many as its host may be asked for at once', async () => {
      const times: number[] = [];
      const { resources } = await walkSite(bouncing, one({}, { limits: { perHost: 4 } }), {
        follow: (_, time) => {
          times.push(time);
          return { took: 500 };
        },
      });
      const atOnce = [...new Set(times)].map((one) => times.filter((time) => time === one).length);
      expect(times).toHaveLength(30);
      expect(atOnce).toEqual([4, 4, 4, 4, 4, 4, 4, 2]);
      expect(statusesOf(resources)).toEqual(new Set([200]));
    });

    it('waits as long as its host asks, and is no loop meanwhile', async () => {
      const times: number[] = [];
      const { resources } = await walkSite(bouncing, one(), {
        follow: (_, time) => {
          times.push(time);
          return time - (times[0] ?? time) < 5000 ? { status: 429, retryAfter: 5000 } : {};
        },
      });
      expect(statusesOf(resources)).toEqual(new Set([200]));
      const early = times.filter((time) => time - (times[0] ?? time) < 5000);
      expect(early.length).toBeLessThanOrEqual(8);
    });

    it('is left alone by a host that keeps asking for patience', async () => {
      const { resources } = await walkSite(bouncing, one(), {
        follow: () => ({ status: 429, retryAfter: 1000 }),
      });
      expect(statusesOf(resources)).toEqual(new Set([429, 'withheld']));
    });

    it('is given time where what fails may pass', async () => {
      const start = createClock().now();
      const { resources } = await walkSite(bouncing, one(), {
        follow: (_, time) => (time - start < 2000 ? { status: 503 } : {}),
      });
      expect(statusesOf(resources)).toEqual(new Set([200]));
    });

    it('says what its host says at last', async () => {
      const { resources } = await walkSite(bouncing, one(), { follow: () => ({ status: 403 }) });
      expect(statusesOf(resources)).toEqual(new Set([403]));
    });

    it('is blamed for nothing that another address did not answer', async () => {
      const { resources } = await walkSite(site, one(), {
        follow: () => ({ follows: at('/other'), failure: { cause: 'connection', detail: 'ECONNRESET' } }),
      });
      expect(resources.get(at('/b'))?.outcome).toMatchObject({ status: 302 });
    });

    it('was not reached where the walk is stopped first', async () => {
      const stop = new AbortController();
      const { resources } = await walkSite(bouncing, one(), {
        signal: stop.signal,
        follow: () => {
          stop.abort();
          return {};
        },
      });
      expect(statusesOf(resources)).toEqual(new Set(['withheld']));
    });

    it('waits no longer once the walk is stopped', async () => {
      const clock = createClock();
      const stop = new AbortController();
      const { took, end } = await walkSite(site, one({}, { limits: { minGap: 60_000 } }), {
        clock,
        signal: stop.signal,
        follow: () => {
          clock.after(1000, () => stop.abort());
          return {};
        },
      });
      expect(end.limitsReached).toEqual(['interrupted']);
      expect(took).toBeLessThan(4 * 60_000);
    });
  });

  it('follows redirect loops with cookies as far as they lead on', async () => {
    const loop = (path: string): Site => ({ [at(path)]: { location: path } });
    const site: Site = { ...loop('/'), ...loop('/b'), ...loop('/c') };
    const links: Readonly<Record<string, string[]>> = { '/': ['/b'], '/b': ['/c', '/'], '/c': [] };
    const { resources } = await walkSite(site, one(), {
      follow: ({ url }) => ({ status: 200, links: links[new URL(url).pathname] ?? [] }),
    });
    for (const path of ['/', '/b', '/c']) {
      expect(resources.get(at(path))?.outcome, path).toMatchObject({ status: 200 });
    }
  });

  it('follows a redirect loop with cookies before it calls it one', async () => {
    const site: Site = { [at('/')]: { links: ['/bounce'] }, [at('/bounce')]: { location: '/bounce' } };
    const { resources } = await walkSite(site, one(), { follow: () => ({ status: 200 }) });
    expect(resources.get(at('/bounce'))?.outcome).toMatchObject({ status: 200 });
  });

  describe('failures', () => {
    it('tries passing trouble again with growing gaps, and confirms it at the end', async () => {
      const site: Site = { [at('/')]: { links: ['/ill'] }, [at('/ill')]: { status: 500 } };
      const { asked, resources } = await walkSite(site, one({}, { limits: { retries: 2, backoff: 1000 } }));
      const times = asked.filter(({ url }) => url === at('/ill')).map((request) => request.at);
      expect(times).toHaveLength(4);
      expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(1000);
      expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(2000);
      expect(resources.get(at('/ill'))?.attempts.map(({ result }) => result)).toEqual([500, 500, 500, 500]);
    });

    it('confirms a 404 once, without retries', async () => {
      const site: Site = { [at('/')]: { links: ['/gone'] } };
      const { asked } = await walkSite(site, one());
      expect(asked.filter(({ url }) => url === at('/gone'))).toHaveLength(2);
    });

    it('walks on from a page that recovers when it is confirmed', async () => {
      let tries = 0;
      const site: Site = {
        [at('/')]: { links: ['/late'] },
        [at('/late')]: () => (++tries < 4 ? { status: 503 } : { links: ['/behind'] }),
        [at('/behind')]: {},
      };
      const { resources } = await walkSite(site, one());
      expect(resources.get(at('/late'))?.outcome).toMatchObject({ status: 200 });
      expect(resources.get(at('/late'))?.attempts).toHaveLength(4);
      expect(resources.get(at('/behind'))?.outcome).toMatchObject({ status: 200 });
    });

    it('does not ask for every URL of a host that is down', async () => {
      const paths = Array.from({ length: 50 }, (_, index) => `https://dead.example/${index}`);
      const dead = Object.fromEntries(
        paths.map((url) => [url, { failure: { cause: 'dns', detail: 'ENOTFOUND' } }] as const),
      );
      const { asked, resources } = await walkSite({ [at('/')]: { links: paths }, ...dead }, one());
      expect(asked.length).toBeLessThan(30);
      for (const url of paths)
        expect(resources.get(url)?.outcome).toMatchObject({ kind: 'failed', cause: 'dns' });
    });

    it('blames nobody where this machine could open no connection', async () => {
      const paths = Array.from({ length: 20 }, (_, index) => `https://fine.example/${index}`);
      const wanting = Object.fromEntries(
        paths.map((url, index) => {
          const failure = { cause: index % 2 === 0 ? 'dns' : 'proxy', detail: 'EMFILE' } as const;
          return [url, index < 19 ? { failure } : {}] as const;
        }),
      );
      const { asked, resources, end } = await walkSite({ [at('/')]: { links: paths }, ...wanting }, one());
      expect(asked).toHaveLength(21);
      expect(end).toEqual({ complete: false, limitsReached: ['shortage'] });
      expect(resources.get(paths[0] ?? '')?.outcome).toEqual({
        kind: 'withheld',
        by: 'limit',
        detail: 'EMFILE',
      });
      expect(resources.get(paths[19] ?? '')?.outcome).toMatchObject({ status: 200 });
    });

    it('asks for everything on a host that comes back', async () => {
      const paths = Array.from({ length: 30 }, (_, index) => `https://back.example/${index}`);
      const start = 1_700_000_000_000;
      const back = Object.fromEntries(
        paths.map((url) => [
          url,
          (_: unknown, time: number) =>
            time < start + 100 ? { failure: { cause: 'connection', detail: 'ECONNREFUSED' } as const } : {},
        ]),
      );
      const { resources } = await walkSite({ [at('/')]: { links: paths }, ...back }, one());
      for (const url of paths) expect(resources.get(url)?.outcome).toMatchObject({ status: 200 });
    });

    it('asks again by GET when HEAD tells neither type nor length', async () => {
      const image = at('/logo.png');
      const { asked, resources } = await walkSite(
        {
          [at('/')]: { links: [{ url: image, kind: 'image' }] },
          [image]: ({ method }) => (method === 'HEAD' ? { contentType: '' } : { status: 404 }),
        },
        { sources: [{ id: 'a', seeds: [at('/')] }] },
      );
      expect(asked.filter(({ url }) => url === image).map(({ method }) => method)).toEqual([
        'HEAD',
        'GET',
        'GET',
      ]);
      expect(resources.get(image)?.outcome).toMatchObject({ status: 404 });
    });

    it('blames no page for a host that closes connections when it is asked too often', async () => {
      const paths = Array.from({ length: 40 }, (_, index) => at(`/${index}`));
      const served: number[] = [];
      const page = (_: unknown, time: number): Reply => {
        const lately = served.filter((earlier) => time - earlier < 1000).length;
        if (lately >= 4) return { failure: { cause: 'connection', detail: 'ECONNRESET' } };
        served.push(time);
        return {};
      };
      const site: Site = {
        [at('/')]: { links: paths },
        ...Object.fromEntries(paths.map((url) => [url, page])),
      };
      const { resources } = await walkSite(site, one());
      for (const url of paths) expect(resources.get(url)?.outcome).toMatchObject({ status: 200 });
    });

    it('takes no more than a minute longer to ask once more, however much fails', async () => {
      const paths = Array.from({ length: 600 }, (_, index) => at(`/${index}`));
      const failure = { cause: 'connection', detail: 'ECONNRESET' } as const;
      const site: Site = {
        [at('/')]: { links: paths },
        ...Object.fromEntries(paths.map((url) => [url, { failure }])),
      };
      const { took } = await walkSite(site, one());
      expect(took).toBeLessThan(75_000);
    });

    it.each(['NO_RESOLVER', 'NO_ROUTE'])(
      'blames nobody where this machine was cut off: %s',
      async (detail) => {
        const far = 'https://far.example/';
        const failure = { cause: 'connection', detail } as const;
        const { resources, end } = await walkSite({ [at('/')]: { links: [far] }, [far]: { failure } }, one());
        expect(resources.get(far)?.outcome).toEqual({ kind: 'withheld', by: 'limit', detail });
        expect(end).toEqual({ complete: false, limitsReached: ['outage'] });
      },
    );

    it('asks again by GET when HEAD fails', async () => {
      const image = at('/logo.png');
      const site: Site = {
        [at('/')]: { links: [{ url: image, kind: 'image' }] },
        [image]: ({ method }) => (method === 'HEAD' ? { status: 405 } : { contentType: 'image/png' }),
      };
      const { asked, resources } = await walkSite(site, one());
      expect(asked.filter(({ url }) => url === image).map(({ method }) => method)).toEqual(['HEAD', 'GET']);
      expect(resources.get(image)?.outcome).toMatchObject({ status: 200 });
    });
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
});

describe('a source with a canary', () => {
  const canary = { url: at('/me'), contains: 'Sign out' };
  const links = Array.from({ length: 200 }, (_, index) => `/${index}`);
  const pages = Object.fromEntries(links.map((path) => [at(path), {}]));

  it('is walked as long as the canary lives', async () => {
    const site: Site = { ...pages, [at('/')]: { links }, [at('/me')]: { text: 'Sign out' } };
    const { asked, end } = await walkSite(site, one({ canary }));
    expect(end.complete).toBe(true);
    const canaries = asked.filter(({ url }) => url === at('/me')).length;
    expect(canaries).toBeGreaterThanOrEqual(4);
    expect(canaries).toBeLessThanOrEqual(7);
  });

  it('is not asked for anything when the session is dead from the start', async () => {
    const site: Site = { ...pages, [at('/')]: { links }, [at('/me')]: { text: 'Sign in' } };
    const { asked, end, resources } = await walkSite(site, one({ canary }));
    expect(asked.map(({ url }) => url)).toEqual([at('/me')]);
    expect(end).toEqual({ complete: false, limitsReached: ['session-ended'] });
    expect(resources.get(at('/'))?.outcome).toMatchObject({ kind: 'withheld', by: 'session' });
  });

  it('takes back what was seen since the canary last lived', async () => {
    let asks = 0;
    const site: Site = {
      ...pages,
      [at('/')]: { links },
      [at('/me')]: () => ({ text: ++asks < 3 ? 'Sign out' : 'Sign in' }),
    };
    const { resources, end } = await walkSite(site, one({ canary }));
    const outcomes = links.map((path) => resources.get(at(path))?.outcome);
    const seen = outcomes.filter((outcome) => outcome?.kind === 'fetched').length;
    const taken = outcomes.filter(
      (outcome) => outcome?.kind === 'withheld' && outcome.by === 'session',
    ).length;
    expect(seen + taken).toBe(200);
    expect(seen).toBeGreaterThan(40);
    expect(taken).toBeGreaterThan(100);
    expect(end.limitsReached).toEqual(['session-ended']);
  });

  it('goes on when the canary cannot tell', async () => {
    const site: Site = { ...pages, [at('/')]: { links }, [at('/me')]: { status: 503 } };
    const { resources } = await walkSite(site, one({ canary }));
    expect(resources.get(at('/7'))?.outcome).toMatchObject({ status: 200 });
  });
});
