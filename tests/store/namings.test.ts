import { expect, test } from 'vitest';
import { overlay } from '../../src/app/tasks/overlay.js';
import { openStore } from '../../src/store/store.js';
import { packLinks } from '../../src/model/links/pack.js';
import type { Naming, Snapshot } from '../../src/model/snapshot.js';
import { linkOf, resourceOf, runOf, snapshotOf, type ResourceSketch } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const sketches: readonly ResourceSketch[] = [
  {
    id: 1,
    url: 'https://a.example/',
    source: 'a',
    role: 'seed',
    page: { title: 'A', heading: '資料', language: 'ja' },
    links: [
      { url: 'https://a.example/b', text: 'ガイド', headings: ['資料'] },
      { url: 'https://a.example/c', text: '', kind: 'image' },
      { url: 'https://a.example/b', text: 'Guide' },
    ],
  },
  { id: 2, url: 'https://a.example/b', headers: { 'content-disposition': 'attachment; filename=b.pdf', etag: 'x' } },
  { id: 3, url: 'https://a.example/c', location: 'https://a.example/b', headers: { etag: 'content-disposition' } },
  { id: 4, url: 'https://d.example/', outcome: { kind: 'failed', cause: 'dns', detail: 'ENOTFOUND' } },
]; // prettier-ignore

/** Namings with the texts of their links, which are to be read before the next step. */
function told(snapshot: Snapshot): readonly unknown[] {
  return Array.from(snapshot.namings(), ({ links, ...naming }: Naming) => ({
    ...naming,
    page: naming.page === null ? null : [naming.page.title, naming.page.heading, naming.page.language],
    links:
      links === null ? null : { ...links, textOf: Array.from(links.to, (_, link) => links.textOf(link)) },
  }));
}

function stored(): Snapshot {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf({ endedAt: null, complete: false }));
  const targets = Uint32Array.of(2, 3);
  for (const { links, ...sketch } of sketches) {
    const admitted = links === undefined ? null : { links: packLinks(links.map(linkOf)), targets };
    recorder.record(resourceOf(sketch), admitted);
  }
  recorder.end({ endedAt: 1, complete: true, limitsReached: [] });
  return store.open();
}

test('what a stored snapshot calls its resources is what they and the links to them say', () => {
  expect(told(stored())).toEqual(told(snapshotOf({ resources: sketches })));
  expect(told(stored())).toMatchObject([
    { page: ['A', '資料', 'ja'], links: { from: 1, textOf: ['ガイド', '', 'Guide'] } },
    { disposition: 'attachment; filename=b.pdf', contentType: 'text/html', page: null, links: null },
    { disposition: null, location: 'https://a.example/b' },
    { contentType: null, location: null },
  ]);
});

test('what is seen again is called as it is now, and its links stay', () => {
  const again = resourceOf({ id: 1, url: 'https://a.example/', title: 'B' });
  const fresh = resourceOf({ id: 9, url: 'https://e.example/' });
  expect(told(overlay(stored(), [again, fresh]))).toMatchObject([
    { id: 1, page: ['B', '', null], links: { from: 1, textOf: ['ガイド', '', 'Guide'] } },
    { id: 2 },
    { id: 3 },
    { id: 4 },
    { id: 9, links: null },
  ]);
});
