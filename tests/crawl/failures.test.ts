import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkSite, type Reply, type Site } from '../support/fake-web.js';
import { at, one } from './one-portal.js';

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

  it('lets nothing wait for a host that could not be reached twice', async () => {
    const host = 'https://unsteady.example';
    const failure = { cause: 'connection', detail: 'ECONNREFUSED' } as const;
    const site: Site = {
      [at('/')]: { links: ['/0', '/1', '/2', '/3'].map((path) => host + path) },
      [`${host}/0`]: { failure },
      [`${host}/1`]: { failure },
      [`${host}/2`]: {},
      [`${host}/3`]: {},
    };
    const { asked } = await walkSite(site, one({}, { limits: { perHost: 1, backoff: 1000 } }));
    const paths = asked.filter(({ url }) => url.startsWith(host)).map(({ url }) => url.at(-1));
    expect(paths.slice(0, 4)).toEqual(['0', '1', '2', '3']);
  });

  it('calls nothing broken when this machine could open no connection', async () => {
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

  it('says something of every URL on a host that goes and comes back as it likes', async () => {
    const paths = Array.from({ length: 40 }, (_, index) => `https://flaps.example/${index}`);
    const start = 1_700_000_000_000;
    const failure = { cause: 'connection', detail: 'ECONNREFUSED' } as const;
    const periods = fc.array(fc.boolean(), { minLength: 2, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(periods, fc.constantFrom(3, 40, 500, 2000), async (states, lasting) => {
        const reply = (_: unknown, time: number): Reply =>
          states[Math.floor((time - start) / lasting) % states.length] === true ? {} : { failure, took: 7 };
        const site = { [at('/')]: { links: paths }, ...Object.fromEntries(paths.map((url) => [url, reply])) };
        const { resources } = await walkSite(site, one());
        expect(paths.filter((url) => !resources.has(url))).toEqual([]);
      }),
      { numRuns: 150 },
    );
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

  it('asks again by GET when HEAD says that there is nothing', async () => {
    const image = at('/_entity/annotation/1');
    const png = { contentType: 'image/png' };
    const { resources } = await walkSite(
      {
        [at('/')]: { links: [{ url: image, kind: 'image' }] },
        [image]: ({ method }) => ({ ...png, length: method === 'HEAD' ? 0 : 4 }),
      },
      { sources: [{ id: 'a', seeds: [at('/')] }] },
    );
    expect(resources.get(image)?.outcome).toMatchObject({ ...png, length: 4 });
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

  it('takes little longer than a minute to ask once more, however much fails', async () => {
    const paths = Array.from({ length: 600 }, (_, index) => at(`/${index}`));
    const failure = { cause: 'connection', detail: 'ECONNREFUSED' } as const;
    const site: Site = {
      [at('/')]: { links: paths },
      ...Object.fromEntries(paths.map((url) => [url, { failure }])),
    };
    const { took } = await walkSite(site, one());
    expect(took).toBeLessThan(120_000);
  });

  it.each(['NO_RESOLVER', 'NO_ROUTE'])(
    'calls nothing broken when this machine was cut off: %s',
    async (detail) => {
      const far = 'https://far.example/';
      const failure = { cause: 'connection', detail } as const;
      const { resources, end } = await walkSite({ [at('/')]: { links: [far] }, [far]: { failure } }, one());
      expect(resources.get(far)?.outcome).toEqual({ kind: 'withheld', by: 'limit', detail });
      expect(end).toEqual({ complete: false, limitsReached: ['outage'] });
    },
  );

  it('is complete, and calls nothing broken, though a host has addresses of IPv6 only and this machine none', async () => {
    const far = 'https://far.example/';
    const failure = { cause: 'connection', detail: 'NO_IPV6' } as const;
    const { asked, resources, end } = await walkSite(
      { [at('/')]: { links: [far] }, [far]: { failure } },
      one(),
    );
    expect(resources.get(far)?.outcome).toEqual({ kind: 'withheld', by: 'limit', detail: 'NO_IPV6' });
    expect(asked.filter(({ url }) => url === far)).toHaveLength(1);
    expect(end).toEqual({ complete: true, limitsReached: [] });
  });

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
