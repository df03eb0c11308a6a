import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../src/crawl/resume.js';
import { openDatabase } from '../../src/store/database/database.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { Recorder } from '../../src/model/recorder.js';
import { walkSite, type Reply, type Site } from '../support/fake-web.js';
import { runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const origin = 'https://hub.example';
const elsewhere = 'https://elsewhere.example';
const run = runOf({ endedAt: null, complete: false });

/** How a part of a run ends: the user stops it, or the process is gone; after so many notes. */
interface Interruption {
  readonly kind: 'stop' | 'crash';
  readonly after: number;
}

interface Walk {
  readonly site: Site;
  readonly config: Record<string, unknown>;
}

/** Walks in as many parts as there are interruptions, and one more; gives what the store holds at the end. */
async function walkInParts({ site, config }: Walk, interruptions: readonly Interruption[]): Promise<unknown> {
  const folder = temporaryFolder();
  const store = openStore(folder);
  let parts = 0;
  for (const interruption of [...interruptions, null]) {
    const part =
      parts++ === 0 ? { recorder: store.begin(run), beginning: null } : store.resume(run.id, holds);
    const stop = new AbortController();
    const recorder = interrupted(part.recorder, stop, interruption);
    const { end } = await walkSite(site, config, {
      recorder,
      signal: stop.signal,
      ...(part.beginning === null ? {} : { beginning: part.beginning }),
    });
    part.recorder.end({ ...end, endedAt: 1 });
    if (interruption?.kind === 'crash') forgetTheEnd(folder);
  }
  return essenceOf(store);
}

function interrupted(
  { record }: Recorder,
  stop: AbortController,
  interruption: Interruption | null,
): Pick<Recorder, 'record'> {
  let notes = 0;
  const isOver = (): boolean => interruption !== null && notes > interruption.after;
  return {
    record: (...noted) => {
      notes++;
      if (!isOver() || interruption?.kind === 'stop') record(...noted);
      if (isOver()) stop.abort('interrupted');
    },
  };
}

/** What a crash leaves: everything up to a commit, and no end. */
function forgetTheEnd(folder: string): void {
  const database = openDatabase(join(folder, 'runs', `${run.id}.sqlite`), { readOnly: false });
  database.execute('UPDATE run SET ended_at = NULL, complete = 0, resources = NULL');
  database.close();
}

/** A snapshot without what may differ: ids, times, and the order of discovery. */
function essenceOf(store: Store): unknown {
  const snapshot = store.open(run.id);
  const resources = [...snapshot.resources()].map(({ id, attempts, ...resource }) => ({
    ...resource,
    attempts: attempts.map(({ method, result }) => [method, result]),
    links: snapshot.links(id).urls,
    words: snapshot.links(id).words,
  }));
  const { complete, limitsReached } = snapshot.run;
  snapshot.close();
  // URLs that differ in their secrets alone are the same here.
  const keyOf = (resource: object): string => JSON.stringify(resource);
  resources.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return { complete, limitsReached, resources };
}

const pageUrl = (page: number): string => `${origin}/${page % 3 === 0 ? '' : `f${page % 3}/`}${page}`;
const most = 16;

const reply: fc.Arbitrary<Reply> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      links: fc.array(
        fc.oneof(
          { weight: 8, arbitrary: fc.integer({ min: 0, max: most }).map(pageUrl) },
          { weight: 1, arbitrary: fc.constantFrom(`${elsewhere}/`, `${elsewhere}/gone`, `${origin}/logout`) },
          { weight: 1, arbitrary: fc.constantFrom(`${origin}/file?sig=a`, `${origin}/file?sig=b`) },
          { weight: 1, arbitrary: fc.constant({ url: 'hhttp://slip', written: 'hhttp://slip' }) },
          { weight: 1, arbitrary: fc.constant({ url: `${origin}/form`, kind: 'form' as const }) },
          { weight: 1, arbitrary: fc.constant({ url: `${origin}/i.png`, kind: 'image' as const }) },
        ),
        { maxLength: 5 },
      ),
      took: fc.integer({ min: 1, max: 50 }),
      isDocument: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
  },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: most }).map((page) => ({ location: pageUrl(page) })) },
  { weight: 1, arbitrary: fc.constant({ location: `${origin}/file?sig=c` }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ status: 404 }, { status: 500 }, { status: 403 }, { status: 410 }),
  },
  { weight: 1, arbitrary: fc.constant({ failure: { cause: 'timeout', detail: 'headers' } } as const) },
);

const walks: fc.Arbitrary<Walk> = fc
  .record({
    replies: fc.array(reply, { minLength: 4, maxLength: most }),
    source: fc.record({
      robots: fc.boolean(),
      maxDepth: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      external: fc.boolean(),
    }),
    probes: fc.boolean(),
    deep: fc.boolean(),
    concurrency: fc.constantFrom(1, 3, 32),
  })
  .map(({ replies, source, probes, deep, concurrency }) => {
    const pages = replies.map((page, index) => [index === 0 ? `${origin}/` : pageUrl(index), page]);
    const given = Object.entries(source).filter(([, value]) => value !== undefined);
    return {
      site: {
        [`${origin}/robots.txt`]: { disallow: ['/f1/4'] },
        [`${origin}/file?sig=a`]: { links: [pageUrl(2)] },
        [`${origin}/file?sig=b`]: {},
        [`${origin}/i.png`]: {},
        [`${elsewhere}/`]: { links: [pageUrl(1)] },
        ...(Object.fromEntries(pages) as Site),
      },
      config: {
        sources: [{ id: 'hub', seeds: [`${origin}/`], ...Object.fromEntries(given) }],
        limits: { concurrency },
        probes,
        deep,
      },
    };
  });

const interruptions = fc.array(
  fc.record({ kind: fc.constantFrom('stop', 'crash'), after: fc.integer({ min: 0, max: 30 }) }),
  { minLength: 1, maxLength: 4 },
);

describe('a run that is taken up again', () => {
  it('ends as if nothing had interrupted it, wherever and however often it was', async () => {
    await fc.assert(
      fc.asyncProperty(walks, interruptions, async (walk, parts) => {
        expect(await walkInParts(walk, parts)).toEqual(await walkInParts(walk, []));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
