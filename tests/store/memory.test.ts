import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database/database.js';
import { createMemory } from '../../src/store/snapshot/memory.js';
import { openStore, type Store } from '../../src/store/store.js';
import { linkKinds } from '../../src/model/link.js';
import { packLinks } from '../../src/model/links/pack.js';
import type { PackedLinks } from '../../src/model/links/packed-links.js';
import type { FetchRequest } from '../../src/model/fetch.js';
import { linkOf, resourceOf, runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { unpackLinks } from '../support/unpack-links.js';

const ended = { endedAt: 5, complete: true, limitsReached: [] };
const origin = 'https://hub.example';
const addressOf = (page: number): string => `${origin}/${page}`;
const pageAt = (id: number, url: string) =>
  resourceOf({
    id,
    url,
    title: url,
    source: 'hub',
    headers: { etag: `"${url}"` },
  });
const asking = (url: string): FetchRequest => ({
  url,
  method: 'GET',
  source: 'hub',
  appetite: 'whole',
  validators: { etag: null, lastModified: null },
});

/** A night in which these pages, one id after the other, lead to one another as they are told. */
function recordNight(store: Store, id: string, pages: readonly PackedLinks[], firstId: number): void {
  const recorder = store.begin(runOf({ id, endedAt: null, complete: false }));
  const idOf = (url: string): number => firstId + Number(new URL(url).pathname.slice(1));
  pages.forEach((links, page) => {
    const targets = Uint32Array.from(links.urls, idOf);
    recorder.record(pageAt(firstId + page, addressOf(page)), { links, targets });
  });
  recorder.end(ended);
}

/** All that lies in the rows of a night. */
function rowsOf(folder: string, id: string): readonly unknown[] {
  const database = openDatabase(join(folder, 'runs', `${id}.sqlite`), { readOnly: true });
  const rows = database.prepare('SELECT * FROM resource ORDER BY id').all();
  database.close();
  return rows;
}

const link = (pages: number) =>
  fc.record({
    url: fc.nat(pages + 2).map(addressOf),
    kind: fc.constantFrom(...linkKinds),
    text: fc.string({ unit: 'binary', maxLength: 12 }).map((any) => any.replaceAll('\0', '')),
    headings: fc.array(fc.constantFrom('A', '日本語', 'C'), { maxLength: 2 }),
    fragment: fc.option(fc.constantFrom('top', '\ud83d\ude00')),
    written: fc.option(fc.constantFrom('hhttps://')),
  });

test('a page that is recalled lies in the next run as if it had been read again', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  let night = 0;
  const property = fc.property(
    fc.array(fc.array(link(60), { maxLength: 40 }), { minLength: 1, maxLength: 60 }),
    fc.constantFrom(0, 200, 70_000),
    (sketches, firstId) => {
      const pages = sketches.map((links) => packLinks(links.map(linkOf)));
      const [before, recalled, readAgain] = [1, 2, 3].map((part) => `${++night}-${part}`) as [
        string,
        string,
        string,
      ];
      recordNight(store, before, pages, 7);
      const snapshot = store.open(before);
      const memory = createMemory(snapshot);
      const remembered = pages.map((_, page) => memory.recall(asking(addressOf(page)))?.reading());
      remembered.forEach((reading, page) => {
        expect(reading?.links.urls).toEqual(pages[page]?.urls);
        expect([...(reading?.links.targets ?? [])]).toEqual(
          pages[page]?.urls.map((url) => 7 + Number(new URL(url).pathname.slice(1))),
        );
      });
      recordNight(
        store,
        recalled,
        remembered.flatMap((reading) => reading?.links ?? []),
        firstId,
      );
      recordNight(store, readAgain, pages, firstId);
      snapshot.close();
      expect(rowsOf(folder, recalled)).toEqual(rowsOf(folder, readAgain));
    },
  );
  fc.assert(property, { numRuns: 5 });
});

test('what is damaged is not remembered, and takes nothing else with it', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  const links = packLinks([linkOf(addressOf(3))]);
  recordNight(store, 'a', [links, links, links, links], 0);
  const database = openDatabase(join(folder, 'runs', 'a.sqlite'), { readOnly: false });
  database.execute("UPDATE resource SET links = X'01' WHERE id = 1");
  database.execute("UPDATE resource SET url = X'01', headers = NULL WHERE id = 3");
  database.close();

  const snapshot = store.open('a');
  const { recall } = createMemory(snapshot);
  expect(recall(asking(addressOf(0)))?.reading()).toBeNull();
  expect(recall(asking(addressOf(1)))).toBeNull();
  expect(() => snapshot.links(1)).toThrow('the file is damaged');
  expect(snapshot.links(2).words).toEqual(links.words);
  expect(() => snapshot.links(2).urls).toThrow('the file is damaged');
  snapshot.close();
});

test.each([
  ['"1"', '"1"'],
  ['unquoted', 'unquoted'],
  ['*', null],
  ['日本', null],
])('an entity tag %j is sent back as %j', (written, sent) => {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf({ id: 'a', endedAt: null, complete: false }));
  const page = resourceOf({
    url: addressOf(0),
    id: 0,
    title: 'A',
    source: 'hub',
    headers: { etag: written },
  });
  recorder.record(page, { links: packLinks([]), targets: new Uint32Array(0) });
  recorder.end(ended);
  const snapshot = store.open('a');
  const remembered = createMemory(snapshot).recall(asking(addressOf(0)));
  expect(remembered?.validators).toEqual({ etag: sent, lastModified: null });
  snapshot.close();
});

test('an unknown id has no address', () => {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf({ id: 'a', endedAt: null, complete: false }));
  const links = packLinks([linkOf(''), linkOf(addressOf(1))]);
  recorder.record(pageAt(0, addressOf(0)), { links, targets: Uint32Array.of(4_000_000_000, 1) });
  recorder.end(ended);
  const snapshot = store.open('a');
  const reading = createMemory(snapshot)
    .recall(asking(addressOf(0)))
    ?.reading();
  expect(reading?.links.urls).toEqual(['', addressOf(1)]);
  snapshot.close();
});

test('links can be asked for page by page in any order', () => {
  const store = openStore(temporaryFolder());
  const pages = Array.from({ length: 100 }, (_, page) =>
    packLinks([linkOf({ url: addressOf(page), text: `${page}` })]),
  );
  recordNight(store, 'a', pages, 0);
  const snapshot = store.open('a');
  const order = [...pages.keys(), ...pages.keys()].map((page) => (page * 37) % 100);
  for (const page of [...pages.keys(), ...order, 1000]) {
    expect(unpackLinks(snapshot.links(page))).toEqual(unpackLinks(pages[page] ?? packLinks([])));
  }
  snapshot.close();
});
