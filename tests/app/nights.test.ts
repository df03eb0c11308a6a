import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { crawl, type CrawlRequest } from '../../src/app/crawl.js';
import { openStore } from '../../src/store/store.js';
import type { Report } from '../../src/model/report.js';
import { linking, serveSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

/** Pages that may change, and what became of the requests for them. */
interface Night {
  readonly pages: Map<string, string>;
  readonly answers: string[];
  bytes: number;
}

type Manners = 'validates' | 'ignores' | 'dates' | 'lies';

async function serveNights(
  pages: Readonly<Record<string, string>>,
  manners: Manners,
): Promise<Night & { readonly origin: string }> {
  const night: Night = { pages: new Map(Object.entries(pages)), answers: [], bytes: 0 };
  const send = (response: ServerResponse, path: string, status: number, body: string): void => {
    night.answers.push(`${status} ${path}`);
    night.bytes += body.length + 150;
    response.writeHead(status, { 'content-type': 'text/html' }).end(body);
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '/';
    const body = night.pages.get(path);
    if (body === undefined) {
      send(response, path, 404, 'none');
      return;
    }
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    const date = 'Sun, 22 Nov 2026 08:15:00 GMT';
    if (manners !== 'dates') response.setHeader('etag', etag);
    response.setHeader('last-modified', date);
    const isKnown =
      manners === 'dates'
        ? request.headers['if-modified-since'] === date
        : request.headers['if-none-match'] === etag;
    if (manners === 'lies' && request.headers['if-none-match'] !== undefined) send(response, path, 304, '');
    else
      send(
        response,
        path,
        isKnown && manners !== 'ignores' ? 304 : 200,
        isKnown && manners !== 'ignores' ? '' : body,
      );
  };
  const { origin } = await serveSite({ '*': answer });
  return Object.assign(night, { origin });
}

const padding = `<p>${'Words that fill the page. '.repeat(400)}</p>`;
const pages = (): Record<string, string> => ({
  '/': linking('/a', '/b', '/gone') + padding,
  '/a': linking('/', '/c?page=2', '/only-a') + padding,
  '/b': linking('/a') + padding,
  '/c?page=2': linking('/') + padding,
  '/only-a': padding,
});

function walker(origin: string): (request?: Partial<CrawlRequest>) => Promise<Report> {
  const config = configOf(origin, temporaryFolder(), { probes: false });
  return async (request = {}) => {
    const assessment = await crawl(
      { config, language: 'en', all: true, fresh: false, ...request },
      nextNight(),
    );
    return assessment.report;
  };
}

function essence({ findings, resources, totals }: Report): unknown {
  return {
    findings: findings.map(({ id, url, rule, level, trail }) => ({ id, url, rule, level, trail })),
    resources,
    totals,
  };
}

describe('a second night', () => {
  it.each(['validates', 'dates'] as const)(
    'sees the same for a fraction of the bytes where the server %s',
    async (manners) => {
      const night = await serveNights(pages(), manners);
      const walk = walker(night.origin);
      const first = await walk();
      const firstBytes = night.bytes;
      night.bytes = 0;
      night.answers.length = 0;
      const second = await walk();
      expect(essence(second)).toEqual(essence(first));
      expect(night.bytes * 20).toBeLessThan(firstBytes);
      expect(night.answers.filter((answer) => answer.startsWith('200'))).toEqual([]);
      expect(essence(await walk())).toEqual(essence(first));
    },
  );

  it('walks a site that ignores validators as on the first night', async () => {
    const night = await serveNights(pages(), 'ignores');
    const walk = walker(night.origin);
    const first = await walk();
    night.answers.length = 0;
    expect(essence(await walk())).toEqual(essence(first));
    expect(night.answers.filter((answer) => answer.startsWith('304'))).toEqual([]);
  });

  it('reads what has changed, and only that', async () => {
    const night = await serveNights(pages(), 'validates');
    const walk = walker(night.origin);
    await walk();
    night.pages.set('/b', linking('/new') + padding);
    night.pages.set('/new', padding);
    night.answers.length = 0;
    const urls = (await walk()).resources?.map(({ url }) => new URL(url).pathname);
    expect(urls).toContain('/new');
    expect(night.answers.filter((answer) => answer.startsWith('200')).sort()).toEqual(['200 /b', '200 /new']);
  });

  it('does not accept a 304 that names another state', async () => {
    const night = await serveNights(pages(), 'lies');
    const walk = walker(night.origin);
    await walk();
    night.pages.set('/b', linking('/new') + padding);
    night.pages.set('/new', padding);
    const urls = (await walk()).resources?.map(({ url }) => new URL(url).pathname);
    expect(urls).toContain('/new');
  });

  it('asks for everything when told to, or when pages would be read otherwise', async () => {
    const night = await serveNights(pages(), 'validates');
    const store = temporaryFolder();
    const walk = async (fresh: boolean, rest: Record<string, unknown>): Promise<number> => {
      night.answers.length = 0;
      const config = configOf(night.origin, store, { probes: false, ...rest });
      await crawl({ config, language: 'en', all: false, fresh }, nextNight());
      return night.answers.filter((answer) => answer.startsWith('304')).length;
    };
    expect(await walk(false, {})).toBe(0);
    expect(await walk(false, {})).toBe(5);
    expect(await walk(true, {})).toBe(0);
    expect(await walk(false, { checkFragments: true })).toBe(0);
    expect(await walk(false, { checkFragments: true })).toBe(5);
    expect(await walk(false, { checkFragments: true, rules: { flaky: { level: 'off' } } })).toBe(0);
  });

  it('reads a page anew whose links hold secrets, for they are not kept', async () => {
    const night = await serveNights(
      { '/': linking('/safe', '/a'), '/safe': linking('/file?sig=abc'), '/a': '', '/file?sig=abc': 'x' },
      'validates',
    );
    const walk = walker(night.origin);
    const first = await walk();
    night.answers.length = 0;
    expect(essence(await walk())).toEqual(essence(first));
    expect(night.answers.filter((answer) => answer.startsWith('200')).sort()).toEqual([
      '200 /file?sig=abc',
      '200 /safe',
    ]);
  });

  it('asks first for what failed last time', async () => {
    const links = Array.from({ length: 60 }, (_, index) => `/p${index}`);
    const night = await serveNights({ '/': linking(...links, '/gone') }, 'validates');
    const config = configOf(night.origin, temporaryFolder(), {
      probes: false,
      limits: { retries: 0, backoff: 0, concurrency: 1 },
    });
    for (const link of links) night.pages.set(link, padding);
    for (let time = 1; time <= 2; time++) {
      night.answers.length = 0;
      await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
    }
    expect(night.answers.indexOf('404 /gone')).toBeLessThan(4);
  });
});

it('notes in each attempt what the server really answered', async () => {
  const night = await serveNights(pages(), 'validates');
  const config = configOf(night.origin, temporaryFolder(), { probes: false });
  for (let time = 1; time <= 2; time++)
    await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  const snapshot = openStore(config.store).open();
  const seed = [...snapshot.resources()].find(({ role }) => role === 'seed');
  expect(seed?.attempts.map(({ result }) => result)).toEqual([304]);
  expect(seed?.outcome).toMatchObject({ kind: 'fetched', status: 200, contentType: 'text/html' });
  snapshot.close();
});
