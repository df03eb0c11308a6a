import { describe, expect, it } from 'vitest';
import type { Outcome, Resource } from '../../src/model/resource.js';
import { createClock } from '../support/clock.js';
import { walkSite, type Site } from '../support/fake-web.js';
import { at, one } from './one-portal.js';

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
        url === at('/') ? { links: ['/maze/0'] } : { location: `/maze/${Number(url.split('/').pop()) + 1}` },
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

  it('is answered with the cookies it sets', async () => {
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

  it('has the last answer of its host', async () => {
    const { resources } = await walkSite(bouncing, one(), { follow: () => ({ status: 403 }) });
    expect(statusesOf(resources)).toEqual(new Set([403]));
  });

  it('is not called broken for an address that it leads to and that did not answer', async () => {
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
