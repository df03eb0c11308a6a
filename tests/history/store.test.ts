import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/history/store.js';
import { packLinks } from '../../src/model/packed-links.js';
import { linkOf, resourceOf, runOf } from '../support/snapshots.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a run that ended is one file and gives back what was recorded', () => {
  const store = openStore(folder);
  const run = runOf({ endedAt: null, complete: false });
  const page = resourceOf({ id: 1, url: 'https://a/', role: 'seed', title: 'A' });
  const links = packLinks([
    linkOf({ url: 'https://a/b', text: 'B', headings: ['x', 'y'] }),
    linkOf({ url: 'https://a/never', kind: 'image' }),
  ]);
  const recorder = store.begin(run);
  recorder.record(page, links, Uint32Array.of(2, 3));
  recorder.record(resourceOf({ id: 2, url: 'https://a/b' }), null, new Uint32Array());
  recorder.end({ endedAt: 5, complete: true, limitsReached: [] });

  expect(readdirSync(join(folder, 'runs'))).toEqual([`${run.id}.sqlite`]);
  const snapshot = store.open();
  expect(snapshot.run).toEqual({ ...run, endedAt: 5, complete: true });
  expect([...snapshot.resources()]).toEqual([page, resourceOf({ id: 2, url: 'https://a/b' })]);
  expect(snapshot.links(1)).toMatchObject({ words: links.words, rows: links.rows, urls: links.urls });
  expect([...snapshot.edges()]).toEqual([{ from: 1, to: Uint32Array.of(2, 3), kinds: Uint8Array.of(0, 6) }]);
  expect(snapshot.waiting()).toEqual([[3, 'https://a/never']]);
  snapshot.close();
});
