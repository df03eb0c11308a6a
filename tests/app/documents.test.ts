import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import type { Report } from '../../src/model/report.js';
import { deckOf } from '../support/documents.js';
import { linking, serveSite, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

const deckType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

interface Portal extends SmallSite {
  readonly documents: Map<string, Uint8Array>;
  /** What was sent, with its status. */
  readonly answers: string[];
}

/** A page that leads to documents, which may change. */
async function servePortal(
  hrefs: readonly string[],
  documents: Readonly<Record<string, Uint8Array>>,
): Promise<Portal> {
  const all = new Map(Object.entries(documents));
  const answers: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '/';
    const body = path === '/' ? linking(...hrefs) : (all.get(path) ?? (path === '/ok' ? linking('/') : null));
    const etag = `"${createHash('sha256')
      .update(body ?? '')
      .digest('hex')}"`;
    const status = body === null ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    if (path !== '/robots.txt') answers.push(`${status} ${path}`);
    response.setHeader('etag', etag);
    response.setHeader('content-type', all.has(path) ? deckType : 'text/html');
    response.writeHead(status).end(status === 200 ? body : '');
  };
  const site = await serveSite({ '*': answer });
  return Object.assign(site, { documents: all, answers });
}

function walker(
  { origin }: SmallSite,
  rest: Record<string, unknown> = {},
): (more?: Record<string, unknown>) => Promise<Report> {
  const store = temporaryFolder();
  return async (more = {}) => {
    const config = configOf(origin, store, {
      probes: false,
      deep: true,
      allowPrivate: true,
      ...rest,
      ...more,
    });
    const { report } = await crawl({ config, language: 'en', all: true, fresh: false }, nextNight());
    return report;
  };
}

/** Rule, path, and the way from the page or document that leads there. */
function found({ findings }: Report): readonly string[] {
  return findings.map(({ rule, url, trail }) => {
    const { place = [], headings = [], text = '' } = trail.at(-1) ?? {};
    return [rule, url.replace(/^http:..[\d.:]+/, ''), [...place, ...headings, text].join(' › ')].join(' | ');
  });
}

const deck = deckOf(['Plan', ['gone.html', 'the plan'], ['/ok', 'fine']], ['End', ['next.pptx', 'next']]);
const next = deckOf(['More', ['/gone-too', 'more']]);
const documents = { '/decks/a.pptx': deck, '/decks/next.pptx': next };
const everything = [
  'not-found | /decks/gone.html | a.pptx › #1 Plan › the plan',
  'not-found | /gone-too | next.pptx › #1 More › more',
];

describe('the links in documents of a portal', () => {
  it('are checked if asked for, and lead on to other documents', async () => {
    const portal = await servePortal(['/decks/a.pptx'], documents);
    expect(found(await walker(portal)())).toEqual(everything);
    expect(found(await walker(portal, { deep: false })())).toEqual([]);
  });

  it('are recalled on a night on which nothing has changed', async () => {
    const portal = await servePortal(['/decks/a.pptx'], documents);
    const walk = walker(portal);
    const first = await walk();
    portal.answers.length = 0;
    const second = await walk();
    expect(found(second)).toEqual(everything);
    expect(second.totals).toEqual(first.totals);
    expect(portal.answers.filter((answer) => answer.startsWith('200'))).toEqual([]);
  });

  it('are those of tonight where a document was edited', async () => {
    const portal = await servePortal(['/decks/a.pptx'], documents);
    const walk = walker(portal);
    await walk();
    portal.documents.set('/decks/next.pptx', deckOf(['Mended', ['/ok', 'more']]));
    const report = await walk();
    expect(found(report)).toEqual(everything.slice(0, 1));
    expect(report.changes?.changes.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`)).toEqual([
      'updated /decks/next.pptx',
      'fixed /gone-too',
    ]);
  });

  it('are not called removed or fixed on a night on which the document does not open, or is not read', async () => {
    const portal = await servePortal(['/decks/a.pptx'], documents);
    const walk = walker(portal);
    await walk();
    portal.documents.delete('/decks/a.pptx');
    const down = await walk();
    expect(down.changes?.changes.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`)).toEqual([
      'broke /decks/a.pptx',
    ]);
    portal.documents.set('/decks/a.pptx', deck);
    await walk();
    expect((await walk({ deep: false })).changes?.changes).toEqual([]);
    expect((await walk()).changes?.changes).toEqual([]);
  });

  it('are left alone on other hosts, and where the walk ends', async () => {
    const other = await servePortal([], documents);
    const portal = await servePortal([`${other.origin}/decks/a.pptx`, '/decks/a.pptx'], documents);
    const sources = [{ id: 'site', seeds: [`${portal.origin}/`], maxDepth: 1 }];
    const report = await walker(portal, { sources })();
    expect(found(report)).toEqual(everything.slice(0, 1));
    expect(other.answers).toEqual(['200 /decks/a.pptx']);
    const again = await walker(portal, { sources: [{ ...sources[0], maxPages: 2 }] })();
    expect(portal.answers.filter((answer) => answer.endsWith('next.pptx'))).toHaveLength(1);
    expect(again.run.limitsReached).toEqual(['max-pages']);
  });

  it('of a document that was too deep are read when it comes nearer', async () => {
    const portal = await servePortal(['/ok', '/decks/a.pptx'], documents);
    const sources = [{ id: 'site', seeds: [`${portal.origin}/`], maxDepth: 0 }];
    const walk = walker(portal, { sources });
    await walk();
    portal.answers.length = 0;
    expect(found(await walk({ sources: [{ ...sources[0], maxDepth: 9 }] }))).toEqual(everything);
  });

  it('lead to no file', async () => {
    const folder = temporaryFolder();
    const portal = await servePortal(['/a.pptx'], {
      '/a.pptx': deckOf(['A', [`file://${folder}/x.html`, 'x'], ['\\\\server\\share', 'share']]),
    });
    const report = await walker(portal)();
    expect(report.findings.map(({ rule }) => rule)).toEqual(['malformed-link', 'malformed-link']);
    expect(
      report.resources?.filter(({ url }) => url.startsWith('file:')).map(({ verdict }) => verdict),
    ).toEqual(['broken']);
  });

  it('that cannot be read are told of', async () => {
    const portal = await servePortal(['/old.ppt'], {
      '/old.ppt': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
    });
    const walk = walker(portal);
    for (const report of [await walk(), await walk()])
      expect(report.findings.map(({ rule, level }) => `${rule} ${level}`)).toContain(
        'document-links warning',
      );
  });
});
