import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostRecalled, nothingRecalled, type Recall } from '../../src/changes/runs.js';
import type { ResourceSketch } from '../support/snapshots.js';
import { cdn, changesOf, differencesOf, file, hub, lines, night, page } from './sides.js';

const down = { outcome: { kind: 'failed', cause: 'timeout', detail: 'ETIMEDOUT' } } as const;

describe('what was not seen', () => {
  it('is neither removed nor fixed by an incomplete run', () => {
    const before = night([page('/a'), page('/b', { status: 404 })]);
    expect(changesOf(before, night([page('/b')], { complete: false }))).toEqual([]);
  });

  it('is not new after an incomplete run', () => {
    expect(changesOf(night([], { complete: false }), night([page('/a')]))).toEqual([]);
  });

  it('is not removed when the page that leads there fails, however far behind it lies', () => {
    const list = page('/list', { links: [`${hub}/next`] });
    const next = page('/next', { links: ['https://cdn.example/deck.pptx'] });
    const before = night([list], {}, [next, file('/deck.pptx')]);
    expect(lines(changesOf(before, night([page('/list', down)])))).toEqual(['broke /list']);
    expect(lines(changesOf(night([page('/list', down)]), before))).toEqual(['fixed /list']);
  });

  it('is removed where the page that led there was read and leads there no more', () => {
    const before = night([page('/list', { links: [`${hub}/next`] })], {}, [page('/next')]);
    expect(lines(changesOf(before, night([page('/list', { links: [] })])))).toEqual(['removed /next']);
  });

  it('is not removed when whatever redirects there fails', () => {
    const before = night([page('/go', { location: `${hub}/end`, page: null })], {}, [page('/end')]);
    expect(lines(changesOf(before, night([page('/go', { ...down, page: null })])))).toEqual(['broke /go']);
  });
});

it.each([429, 503])('is not taken for new where there is more of it than is recalled (%i)', (status) => {
  const names = Array.from({ length: mostRecalled + 1 }, (_, index) => `/${index}.pptx`);
  const open = night(names.map((path) => file(path)));
  const judged = new Map([...open.judged(() => false)].map((one) => [one.resource.url, one]));
  const asked: string[] = [];
  const judge: Recall['judged'] = (urls) =>
    new Map(urls.slice(0, mostRecalled).map((url) => [url, judged.get(url)!]));
  const before = {
    ...night(names.map((path) => file(path, {}, { status }))),
    recall: {
      ...nothingRecalled,
      judged: judge,
      up: judge,
      without: (urls: readonly string[]) => (asked.push(...urls), []),
    },
  };
  changesOf(before, open);
  expect(asked).toEqual([]);
});

it('asks older runs nothing of what leads to a sign-in every night', () => {
  const walled = night([
    page('/private', { location: `${hub}/SignIn?ReturnUrl=private`, page: null }),
    page('/SignIn?ReturnUrl=private', { signals: { 'sign-in': 'form' } }),
  ]);
  const asked: string[] = [];
  const whole = (urls: readonly string[]): [] => (asked.push(...urls), []);
  expect(changesOf({ ...walled, recall: { ...nothingRecalled, whole } }, walled)).toEqual([]);
  expect(asked).toEqual([]);
});

describe('a host that is down', () => {
  const files = ['/a.pptx', '/b.pptx', '/c.pptx'];
  const up = night(files.map((path) => file(path)));
  const off = night(files.map((path) => file(path, {}, down)));

  it('is one change, and one when it is back', () => {
    expect(changesOf(up, off)).toMatchObject([
      { kind: 'broke', subject: 'host', affected: 3, url: 'https://cdn.example/' },
    ]);
    expect(changesOf(off, up)).toMatchObject([{ kind: 'fixed', subject: 'host', affected: 3 }]);
  });

  it('is one change, and one when it is back, if it has nothing but short links', () => {
    const names = ['/a', '/b', '/c'];
    const ends = names.map((name) => file(`/end${name}.pptx`));
    const link = (name: string, sketch: Partial<ResourceSketch>): ResourceSketch =>
      file(`https://go.example${name}`, {}, sketch);
    const works = night([
      ...names.map((name) => link(name, { location: `${cdn}/end${name}.pptx` })),
      ...ends,
    ]);
    const fails = night([...names.map((name) => link(name, down)), ...ends]);
    expect(changesOf(works, fails)).toMatchObject([
      { kind: 'broke', subject: 'host', affected: 3, url: 'https://go.example/' },
    ]);
    expect(changesOf(fails, works)).toMatchObject([
      { kind: 'fixed', subject: 'host', affected: 3, url: 'https://go.example/' },
    ]);
  });

  it('is not down where it answers that it has none', () => {
    const missing = night(files.map((path) => file(path, {}, { status: 404 })));
    expect(changesOf(up, missing).map(({ subject }) => subject)).toEqual([
      'document',
      'document',
      'document',
    ]);
  });
});

const kind = fc.constantFrom('page', 'file');
const resource: fc.Arbitrary<ResourceSketch> = fc
  .record({
    kind,
    name: fc.integer({ min: 0, max: 12 }),
    status: fc.constantFrom(200, 200, 200, 404, 500, 429),
    content: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ kind: which, name, status, content }) =>
    which === 'page'
      ? page(`/p${name}`, { status, page: { title: `P${name}`, digest: `${content}` } })
      : file(`/some-deck-${name}.pptx`, { etag: `"${content}"` }, { status }),
  );
const resources = fc.uniqueArray(resource, { selector: ({ url }) => url, maxLength: 15 });

describe('any two runs', () => {
  it('differ in nothing if they are one', () => {
    fc.assert(
      fc.property(resources, (all) => {
        expect(changesOf(night(all), night(all))).toEqual([]);
      }),
    );
  });

  it('show nothing removed or fixed where the later is incomplete', () => {
    fc.assert(
      fc.property(resources, resources, (one, other) => {
        const { totals } = differencesOf(night(one), night(other, { complete: false }));
        expect([totals.removed, totals.fixed]).toEqual([0, 0]);
      }),
    );
  });

  it('show each address in one change at most, whatever order it was found in', () => {
    fc.assert(
      fc.property(resources, resources, (one, other) => {
        const changes = changesOf(night(one), night(other));
        expect(new Set(changes.map(({ url }) => url)).size).toBe(changes.length);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        const reversed = changesOf(night([...one].reverse()), night([...other].reverse()));
        expect(lines(reversed)).toEqual(lines(changes));
      }),
    );
  });
});
