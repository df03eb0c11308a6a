import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Recorder } from '../../src/model/recorder.js';
import { StoreError } from '../../src/store/database/failures.js';
import { openStore } from '../../src/store/store.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { resourceOf, runOf, type ResourceSketch } from '../support/snapshots.js';

const seeds = ['https://a.example', 'https://a.example/', 'https://b.example/x'];
const first = { url: 'https://a.example/', role: 'seed' } as const;
const second = { url: 'https://b.example/x', role: 'seed' } as const;
const refused = { kind: 'failed', cause: 'connection', detail: 'ECONNREFUSED' } as const;
const silent = { kind: 'withheld', by: 'robots', detail: '' } as const;

test.each<[string, readonly ResourceSketch[]]>([
  ['complete', [first, second, { url: 'https://c.example/', status: 500 }]],
  ['complete', [first, { ...second, location: 'https://b.example/y' }]],
  ['unreachable', [first, { ...second, status: 503 }]],
  ['unreachable', [{ ...first, outcome: refused }, second]],
  ['unreachable', [{ ...first, outcome: silent }, second]],
])('a run is %s whose seeds answer so: %#', (state, sketches) => {
  const store = openStore(temporaryFolder());
  const sources = [{ id: 'site', title: '', seeds, library: false }];
  const recorder = store.begin(runOf({ endedAt: null, complete: false, sources }));
  sketches.forEach((sketch, index) => recorder.record(resourceOf({ ...sketch, id: index + 1 })));
  recorder.end({ endedAt: 7, complete: true, limitsReached: [] });
  expect(store.runs().map((summary) => summary.state)).toEqual([state]);
  const snapshot = store.open();
  expect(snapshot.run.complete).toBe(true);
  snapshot.close();
});

test('a file in the place of a store is a mistake', () => {
  const file = join(temporaryFolder(), 'report.json');
  writeFileSync(file, '{}');
  const store = openStore(file);
  expect(() => store.runs()).toThrow(StoreError);
  expect(() => store.open()).toThrow('a part of its path is not a folder');
});

test('a list is of now, whatever an earlier one said', () => {
  const store = openStore(temporaryFolder());
  const statesOf = (): readonly unknown[] => store.runs().map(({ id, state }) => [id, state]);
  const begin = (id: string): Recorder => store.begin(runOf({ id, endedAt: null, complete: false }));
  const one = begin('one');
  expect(statesOf()).toEqual([['one', 'unfinished']]);
  one.end({ endedAt: 7, complete: false, limitsReached: ['interrupted'] });
  expect(statesOf()).toEqual([['one', 'incomplete']]);
  const two = begin('two');
  expect(statesOf()).toEqual([
    ['two', 'unfinished'],
    ['one', 'incomplete'],
  ]);
  two.end({ endedAt: 8, complete: false, limitsReached: ['interrupted'] });
  const { recorder } = store.resume('one', () => true);
  expect(statesOf()).toEqual([
    ['two', 'incomplete'],
    ['one', 'unfinished'],
  ]);
  recorder.record(resourceOf({ ...first, id: 1 }));
  recorder.end({ endedAt: 9, complete: true, limitsReached: [] });
  expect(statesOf()).toEqual([
    ['two', 'incomplete'],
    ['one', 'complete'],
  ]);
});
