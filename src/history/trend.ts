import { z } from 'zod';
import { compareTexts } from '../kit/text/compare-texts.js';
import { tallySchema, type Report, type Tally } from '../model/report.js';

const longestTrend = 60;
/** The most tallies remembered: a store for ever new portals forgets the oldest. */
const mostEntries = 1000;

/** What is remembered of the totals of runs. Kept in the store as JSON, since it has to outlive the runs themselves. */
export const talliesSchema = z.object({
  version: z.literal(1),
  /** By the run's id. `walk` identifies the seeds: walks from other seeds say nothing about this one. */
  entries: z.array(z.object({ walk: z.string(), tally: tallySchema })),
});
export type Tallies = Readonly<z.infer<typeof talliesSchema>>;

/** Knows nothing yet. */
export const noTallies: Tallies = { version: 1, entries: [] };

/** Notes the totals of a run. Noting it again replaces what was noted. Pure. */
export function noteTally({ version, entries }: Tallies, walk: string, { run, totals }: Report): Tallies {
  const tally: Tally = {
    run: run.id,
    start: run.start,
    complete: run.complete,
    unreachable: run.unreachable.length,
    byVerdict: totals.byVerdict,
  };
  const noted = [...entries.filter((entry) => entry.tally.run !== run.id), { walk, tally }];
  return { version, entries: noted.sort(byRun).slice(-mostEntries) };
}

/** The totals of the runs of a walk up to and including one, oldest first. */
export function trendOf({ entries }: Tallies, walk: string, last: string): readonly Tally[] {
  return entries
    .filter((entry) => entry.walk === walk && entry.tally.run <= last)
    .map(({ tally }) => tally)
    .slice(-longestTrend);
}

function byRun(one: { readonly tally: Tally }, other: { readonly tally: Tally }): number {
  return compareTexts(one.tally.run, other.tally.run);
}
