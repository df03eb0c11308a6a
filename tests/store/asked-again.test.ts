import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.js';
import { processorTime } from '../support/processor-time.js';
import { resourceOf, runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

test('a page with much to say is read twice, however many findings are on it', () => {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf({ endedAt: null, complete: false }));
  const note = Array.from({ length: 20_000 }, (_, index) => ({ title: `Document ${index}`, url: null }));
  recorder.record(resourceOf({ id: 1, url: 'https://a.example/', signals: { note } }));
  recorder.end({ endedAt: 1, complete: true, limitsReached: [] });
  const snapshot = store.open();
  const time = processorTime(() => {
    for (let finding = 0; finding < 1000; finding++) expect(snapshot.resource(1)?.id).toBe(1);
  });
  expect(time).toBeLessThan(1000);
});
