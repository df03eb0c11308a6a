import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Damage } from '../../src/kit/trouble/damage.js';
import { openStore } from '../../src/store/store.js';
import { linkKinds, type Link } from '../../src/model/link.js';
import { decodeEdges } from '../../src/model/links/decode-columns.js';
import { packLinks } from '../../src/model/links/pack.js';
import { PackedLinks } from '../../src/model/links/packed-links.js';
import { causes, flaws, methods, roles, withholdings, type Resource } from '../../src/model/resource.js';
import { briefOf, isDocument, isLandmark } from '../../src/model/snapshot.js';
import { resourceOf, runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { unpackLinks } from '../support/unpack-links.js';

/** Any text that SQLite can keep: well-formed, and U+0000 would end it. */
const text = fc.string({ unit: 'binary', maxLength: 20 }).map((any) => any.replaceAll('\0', ''));
const count = fc.nat(1_000_000_000);
const attempt = fc.record(
  {
    at: count,
    took: fc.oneof(
      count,
      fc.nat(1_000_000).map((eighths) => eighths / 8),
    ),
    method: fc.constantFrom(...methods),
    result: fc.oneof(fc.integer({ min: 100, max: 999 }), fc.constantFrom(...causes)),
    throttled: fc.constant(true as const),
  },
  { requiredKeys: ['at', 'took', 'method', 'result'] },
);
const texts = fc.array(text, { maxLength: 4 });
const outcome = fc.oneof(
  fc.record({
    kind: fc.constant('fetched' as const),
    status: fc.integer({ min: 100, max: 999 }),
    location: fc.option(text),
    contentType: text,
    length: fc.option(count),
    bytes: count,
    flaw: fc.option(fc.constantFrom(...flaws)),
    headers: fc.dictionary(text, text, { noNullPrototype: true }),
  }),
  fc.record({ kind: fc.constant('failed' as const), cause: fc.constantFrom(...causes), detail: text }),
  fc.record({ kind: fc.constant('withheld' as const), by: fc.constantFrom(...withholdings), detail: text }),
);
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as null);
const resource: fc.Arbitrary<Omit<Resource, 'id'>> = fc.record({
  url: text,
  source: fc.option(text),
  role: fc.constantFrom(...roles),
  attempts: fc.array(attempt, { maxLength: 3 }),
  outcome,
  page: fc.option(
    fc.record({
      title: text,
      heading: text,
      language: fc.option(text),
      charset: text,
      breadcrumb: texts,
      anchors: fc.option(texts),
      digest: fc.option(text),
    }),
  ),
  signals: fc.dictionary(text, json, { noNullPrototype: true }),
});
const link: fc.Arbitrary<Link> = fc.record({
  url: text,
  kind: fc.constantFrom(...linkKinds),
  text,
  headings: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 }),
  fragment: fc.option(text),
  written: fc.option(text),
});

test('any resource comes back as it was recorded', () => {
  const store = openStore(temporaryFolder());
  let run = 0;
  const property = fc.property(fc.array(resource, { minLength: 1, maxLength: 30 }), (sketches) => {
    const resources = sketches.map((sketch, index): Resource => ({ id: index * 7, ...sketch }));
    const id = `run-${++run}`;
    const recorder = store.begin(runOf({ id, endedAt: null, complete: false }));
    for (const one of resources) recorder.record(one);
    recorder.end({ endedAt: 1, complete: true, limitsReached: [] });
    const snapshot = store.open(id);
    expect([...snapshot.resources()]).toEqual(resources);
    expect([...snapshot.briefs()]).toEqual(resources.map(briefOf));
    expect([...snapshot.documents()]).toEqual(resources.filter(isDocument));
    expect(snapshot.resource(0)).toEqual(resources[0]);
    snapshot.close();
  });
  fc.assert(property, { numRuns: 15 });
});

test('landmarks and documents are found among all others', () => {
  const store = openStore(temporaryFolder());
  const urls = [
    'https://a/',
    'http://a/',
    'https://a/b/',
    'https://a/b',
    'https://a.example:80/',
    'mailto:a',
  ];
  const sketches = (['page', 'seed', 'probe', 'check'] as const).flatMap((role) =>
    [200, 302, 404].flatMap((status) =>
      urls.flatMap((url) => [
        { role, status, url, title: 'a page' },
        { role, status, url, page: null, ...(status === 302 ? { location: 'https://b/' } : {}) },
      ]),
    ),
  );
  const resources = sketches.map((sketch, id) => resourceOf({ ...sketch, role: sketch.role, id }));
  const recorder = store.begin(runOf({ endedAt: null }));
  for (const resource of resources) recorder.record(resource);
  recorder.end({ endedAt: 5, complete: true, limitsReached: [] });
  const snapshot = store.open(runOf().id);
  expect([...snapshot.landmarks()]).toEqual(resources.map(briefOf).filter(isLandmark));
  expect([...snapshot.documents()]).toEqual(resources.filter(isDocument));
  expect([...snapshot.landmarks()].length).toBeLessThan(resources.length);
  snapshot.close();
});

test('any links come back as they were recorded', () => {
  const links = fc.array(link, { maxLength: 300 });
  const property = fc.property(links, fc.constantFrom(1, 300, 70_000, 16_000_000), (some, spread) => {
    const packed = packLinks(some);
    const targets = Uint32Array.from(packed.urls, (_, index) => index * spread);
    const encoded = packed.leadingTo(targets);
    const stored = new PackedLinks(encoded, { urlOf: (id) => packed.urls[id / spread] ?? '' });
    expect(stored.targets).toEqual(targets);
    expect(unpackLinks(stored)).toEqual(some);
    const { to, kinds } = decodeEdges(encoded.links);
    expect([...to]).toEqual(some.map(({ url }) => targets[packed.urls.indexOf(url)]));
    expect([...kinds]).toEqual(some.map(({ kind }) => linkKinds.indexOf(kind)));
  });
  fc.assert(property, { numRuns: 100 });
});

test('columns with a wrong byte in their header are refused, or small', () => {
  const property = fc.property(
    fc.array(link, { maxLength: 20 }),
    fc.nat(19),
    fc.integer({ min: 1, max: 255 }),
    (some, at, change) => {
      const { columns } = packLinks(some);
      const links = Uint8Array.from(columns.links, (byte, index) => (index === at ? byte ^ change : byte));
      try {
        expect(decodeEdges(links).to.length).toBeLessThanOrEqual(1 << 20);
      } catch (error) {
        expect(error).toBeInstanceOf(Damage);
      }
      const cut = { ...columns, links: columns.links.subarray(0, -1) };
      expect(() => new PackedLinks(cut, { urlOf: String })).toThrow(Damage);
    },
  );
  fc.assert(property, { numRuns: 1000 });
});

test('links that lead elsewhere are as if they had been recorded so', () => {
  const spreads = fc.constantFrom(0, 1, 300, 70_000, 16_000_000);
  const property = fc.property(
    fc.array(link, { maxLength: 300 }),
    spreads,
    spreads,
    (some, before, after) => {
      const packed = packLinks(some);
      const [then, now] = [before, after].map((spread) => packed.urls.map((_, index) => index * spread));
      const stored = new PackedLinks(packed.leadingTo(Uint32Array.from(then ?? [])), { urlOf: String });
      const targets = Uint32Array.from(now ?? []);
      expect(stored.leadingTo(targets)).toEqual(packed.leadingTo(targets));
    },
  );
  fc.assert(property, { numRuns: 100 });
});

test('words of any sort are separated as they were recorded', () => {
  const store = openStore(temporaryFolder());
  const words = ['\ud83d\ude00', '日本語', '\u001e', 'a\0b', '', '\0'];
  const links = words.map((word, index): Link => ({
    url: `https://a/${index}`,
    kind: 'anchor',
    text: word,
    headings: [],
    fragment: word,
    written: null,
  }));
  const packed = packLinks(links);
  const recorder = store.begin(runOf({ endedAt: null }));
  const base = { source: null, role: 'page', attempts: [], page: null, signals: {} } as const;
  const unread = { kind: 'withheld', by: 'limit', detail: '' } as const;
  recorder.record(
    { id: 1, url: 'https://a/', outcome: unread, ...base },
    { links: packed, targets: Uint32Array.from(links, (_, index) => index + 2) },
  );
  recorder.end({ endedAt: 1, complete: true, limitsReached: [] });
  const snapshot = store.open();
  expect(unpackLinks(snapshot.links(1)).map((one) => one.text)).toEqual(
    words.map((word) => word.replaceAll('\0', '\ufffd')),
  );
  snapshot.close();
});
