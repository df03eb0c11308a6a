import { z } from 'zod';
import { changeSchema } from '../model/change.js';

/** Bumped when older versions cannot read it. */
const ledgerVersion = 2;

/**
 * What people were told about a finding, the least first: `nothing` while it is not confirmed, `alarm` if a run failed for it.
 */
export const tellings = ['nothing', 'shown', 'alarm'] as const;
export type Telling = (typeof tellings)[number];

const firstEntry = z.object({
  url: z.string(),
  rule: z.string(),
  verdict: z.string(),
  firstSeen: z.iso.datetime(),
  lastHealthy: z.iso.datetime().nullable(),
  /** Runs in a row that found it. */
  nights: z.int().min(0),
  /** One character for each run that could tell, the newest last: `!` found, `.` not found. */
  course: z.string().regex(/^[!.]{1,14}$/),
});

const entry = firstEntry.extend({
  /** What `nights` was after the last earlier run that saw everything. */
  established: z.int().min(0),
  told: z.enum(tellings),
});

const state = z.object({
  /** The last run that was noted. */
  run: z.string().nullable(),
  /** Whether that run saw everything, at every portal. */
  sawAll: z.boolean(),
  /** By the finding's id. */
  entries: z.record(z.string(), entry),
  /** What was said about baselines and known issues. */
  notices: z.array(z.string()),
  /** The changes that were told and that the next run may find again. */
  changes: z.array(z.string()).default([]),
});

/** What is remembered about findings from run to run. Kept in the store as JSON. */
export const ledgerSchema = state.extend({
  version: z.literal(ledgerVersion),
  /** The state before that run, since a run that is resumed is noted again. */
  before: state.nullable(),
  /**
   * Outages and repairs, arrivals and removals that people were told of and that no run has seen undone yet. They belong to no
   * run: what was told stays told. Dropped if another version wrote changes differently, rather than losing everything else that
   * is remembered.
   */
  standing: z.array(changeSchema).default([]).catch([]),
  /** Those that the last run reported as over. */
  undone: z.array(changeSchema).default([]).catch([]),
  /** Ids of changes that are over: until a run sees everything, a recurrence would be found under the same id. */
  ended: z.array(z.string()).default([]),
});
export type Ledger = Readonly<z.infer<typeof ledgerSchema>>;
export type LedgerEntry = Readonly<z.infer<typeof entry>>;
export type LedgerState = Readonly<z.infer<typeof state>>;

/** A ledger as the first version wrote it. */
export const firstLedgerSchema = z
  .object({ version: z.literal(1), run: z.string().nullable(), entries: z.record(z.string(), firstEntry) })
  .transform(({ run, entries }): Ledger => {
    const upgraded = Object.entries(entries).map(([id, known]) => [id, upgrade(known)] as const);
    return { ...emptyLedger, run, entries: Object.fromEntries(upgraded) };
  });

/** Knows nothing yet. */
export const emptyLedger: Ledger = {
  version: ledgerVersion,
  run: null,
  sawAll: true,
  entries: {},
  notices: [],
  changes: [],
  before: null,
  standing: [],
  undone: [],
  ended: [],
};

/** Completes an entry of the first version, which told people of everything at once. */
function upgrade(known: z.infer<typeof firstEntry>): LedgerEntry {
  const told = known.verdict === 'broken' ? 'alarm' : 'shown';
  return { ...known, established: Math.max(0, known.nights - 1), told };
}
