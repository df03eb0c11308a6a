import { z } from 'zod';

/** Bumped when an older version could not read it. */
const ledgerVersion = 1;

const entry = z.object({
  url: z.string(),
  rule: z.string(),
  verdict: z.string(),
  firstSeen: z.iso.datetime(),
  lastHealthy: z.iso.datetime().nullable(),
  /** Runs in a row that found it. */
  nights: z.int().min(0),
  /** One character a run that could tell, the newest last: `!` found, `.` not. */
  course: z.string().regex(/^[!.]{1,14}$/),
});

/** What is remembered of findings from run to run. Kept in the store as JSON. */
export const ledgerSchema = z.object({
  version: z.literal(ledgerVersion),
  /** The run it was last brought up to date with. */
  run: z.string().nullable(),
  /** By the finding's id. */
  entries: z.record(z.string(), entry),
});
export type Ledger = Readonly<z.infer<typeof ledgerSchema>>;
export type LedgerEntry = Readonly<z.infer<typeof entry>>;

/** Knows nothing yet. */
export const emptyLedger: Ledger = { version: ledgerVersion, run: null, entries: {} };
