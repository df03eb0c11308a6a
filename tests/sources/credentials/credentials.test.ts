import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchRequest } from '../../../src/model/fetch.js';
import { jarOf } from '../../../src/sources/credentials/cookies.js';
import type { Web } from '../../../src/sources/web.js';
import { get, openWeb } from '../../support/open-web.js';

/** What the servers saw: to whom it was sent, and every header of it. */
interface Seen {
  readonly host: string;
  readonly headers: string;
}

const secrets = ['Bearer token-of-a', 'key-of-a', 'cookie-of-a', 'cGVyc29uLW9mLWI6cGFzc3dvcmQ='];
const signal = new AbortController().signal;

describe('credentials', () => {
  const servers: Server[] = [];
  const seen: Seen[] = [];
  let hosts: readonly string[] = [];
  let web: Web;

  beforeAll(async () => {
    servers.push(await record(seen), await record(seen));
    const [first, second] = servers.map((server) => (server.address() as AddressInfo).port);
    hosts = [`127.0.0.1:${first}`, `127.0.0.1:${second}`, `localhost:${first}`, `localhost:${second}`];
    const jar = jarOf([
      {
        name: 's',
        value: 'cookie-of-a',
        domain: '127.0.0.1',
        wide: true,
        path: '/',
        secure: false,
        httpOnly: true,
        expires: null,
      },
      {
        name: 't',
        value: 'cookie-of-a',
        domain: 'localhost',
        wide: true,
        path: '/',
        secure: false,
        httpOnly: true,
        expires: null,
      },
    ]);
    const sources = [
      {
        id: 'a',
        seeds: [`http://${hosts[0]}/`],
        credentials: { bearer: 'token-of-a', headers: { 'X-Key': 'key-of-a' } },
      },
      {
        id: 'b',
        seeds: [`http://${hosts[3]}/`],
        credentials: { basic: { user: 'person-of-b', password: 'password' } },
      },
    ];
    web = openWeb({ sources }, { secrets: { tokens: new Map(), jars: new Map([['a', jar]]) } });
  });
  afterAll(async () => {
    await web.close();
    for (const server of servers) server.close();
  });

  const request = (url: string, source: string | null): FetchRequest => ({
    url,
    method: 'GET',
    source,
    appetite: 'whole',
  });

  it('reach their own source', async () => {
    seen.length = 0;
    await get(web, `http://${hosts[0]}/`, { source: 'a' });
    await get(web, `http://${hosts[3]}/`, { source: 'b' });
    expect(secretsSeenBy(hosts[0])).toEqual(secrets.slice(0, 3));
    expect(secretsSeenBy(hosts[3])).toEqual(secrets.slice(3));
  });

  it('are never seen by another origin, wherever redirects lead', async () => {
    const place = fc.record({ host: fc.nat(3), page: fc.nat(5) });
    const graph = fc.array(place, { minLength: 24, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(graph, place, fc.constantFrom('a', 'b', null), async (targets, start, source) => {
        seen.length = 0;
        const links = targets.map(({ host, page }) => `http://${hosts[host]}/${page}`);
        const url = `http://${hosts[start.host]}/${start.page}?${encodeURIComponent(JSON.stringify(links))}`;
        let next: string | null = url;
        for (let hop = 0; next !== null && hop < 6; hop++)
          next = (await web.fetch(request(next, source), signal)).location;
        await web.follow(request(url, source), signal, () => true);
        expect(secretsSeenBy(hosts[1])).toEqual([]);
        expect(secretsSeenBy(hosts[2])).toEqual([]);
        expect(secretsSeenBy(hosts[0])).not.toContain(secrets[3]);
        expect(secretsSeenBy(hosts[3]).filter((secret) => secret !== secrets[3])).toEqual([]);
        if (source === null) expect(seen.flatMap(({ host }) => secretsSeenBy(host))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('in a URL go to that URL alone, and are not handed on', async () => {
    seen.length = 0;
    const answer = await get(web, `http://user:p%40ss@${hosts[1]}/0?${encodeURIComponent('["/next"]')}`);
    expect(seen[0]?.headers).toContain(`Basic ${Buffer.from('user:p@ss').toString('base64')}`);
    expect(answer.location).toBe(`http://${hosts[1]}/next`);
  });

  it('in a URL come before those of the source', async () => {
    seen.length = 0;
    await get(web, `http://user:other@${hosts[3]}/`, { source: 'b' });
    expect(secretsSeenBy(hosts[3])).toEqual([]);
  });

  function secretsSeenBy(host: string | undefined): readonly string[] {
    const headers = seen.filter((one) => one.host === host).map((one) => one.headers);
    return secrets.filter((secret) => headers.some((text) => text.includes(secret)));
  }
});

/** Redirects `/2?["…", "…", "…"]` to the third address, handing the list on, and sets a cookie on the way. */
async function record(seen: Seen[]): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://any/');
    seen.push({ host: request.headers.host ?? '', headers: JSON.stringify(request.headers) });
    const links = search === '' ? [] : (JSON.parse(decodeURIComponent(search.slice(1))) as string[]);
    const link = links[Number(pathname.slice(1)) * 4];
    if (link === undefined) response.end('end');
    else
      response
        .writeHead(302, { location: link.startsWith('/') ? link : link + search, 'set-cookie': 'way=1' })
        .end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}
