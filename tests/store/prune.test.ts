import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseDoomed, type Retention } from '../../src/store/prune.js';
import type { RunState, RunSummary } from '../../src/store/runs.js';
import { runOf } from '../support/snapshots.js';

const day = 86_400_000;
const now = 1000 * day;

/** A run of so many days ago. */
function summaryOf(ago: number, state: RunState = 'complete', bytes = 10): RunSummary {
  const id = `run-${String(10_000 - ago)}`;
  const run = state === 'unreadable' ? null : runOf({ id, startedAt: now - ago * day });
  return { id, file: id, bytes, state, run, resources: 1, problem: null };
}

function doomedOf(
  summaries: readonly RunSummary[],
  retention: Retention,
  spared?: ReadonlySet<string>,
): readonly number[] {
  return chooseDoomed(summaries, retention, now, spared).map(({ id }) => 10_000 - Number(id.slice(4)));
}

const week = [0, 1, 2, 3, 4, 5, 6].map((ago) => summaryOf(ago));

test.each([
  ['so many runs', { runs: 3 }, [3, 4, 5, 6]],
  ['runs of so many days', { days: 4 }, [5, 6]],
  ['so many bytes', { bytes: 25 }, [2, 3, 4, 5, 6]],
  ['everything', {}, []],
] as const)('keeps %s', (_, retention, gone) => {
  expect(doomedOf(week, retention)).toEqual(gone);
});

test('keeps the newest complete run however old it is, and what is spared or unreadable', () => {
  const runs = [
    summaryOf(0, 'unfinished'),
    summaryOf(1, 'incomplete'),
    summaryOf(400),
    summaryOf(401),
    summaryOf(402, 'unreadable'),
  ];
  expect(doomedOf(runs, { runs: 1, days: 1 })).toEqual([1, 401]);
  expect(doomedOf(runs, { days: 1 }, new Set(['run-9599']))).toEqual([]);
});

test('keeps the newest run that can be compared with, not one that found a portal shut', () => {
  const runs = [summaryOf(0, 'unreachable'), summaryOf(1, 'unreachable'), summaryOf(2), summaryOf(3)];
  expect(doomedOf(runs, { runs: 1 })).toEqual([1, 3]);
});

test('never deletes the newest run or the newest complete one, whatever is asked', () => {
  const state = fc.constantFrom<RunState>(
    'complete',
    'unreachable',
    'incomplete',
    'unfinished',
    'unreadable',
  );
  const retention = fc.record({ runs: fc.nat(5), days: fc.nat(5), bytes: fc.nat(100) }, { requiredKeys: [] });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(state, fc.nat(40)), { minLength: 1, maxLength: 12 }),
      retention,
      (drawn, kept) => {
        const runs = drawn.map(([drawnState, bytes], ago) => summaryOf(ago, drawnState, bytes));
        const doomed = chooseDoomed(runs, kept, now);
        expect(doomed).not.toContain(runs[0]);
        expect(doomed).not.toContain(runs.find((run) => run.state === 'complete'));
      },
    ),
  );
});
