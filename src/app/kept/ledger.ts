import { join } from 'node:path';
import { z } from 'zod';
import type { Store } from '../../store/store.js';
import { emptyLedger, firstLedgerSchema, ledgerSchema, type Ledger } from '../../history/ledger.js';
import type { Run } from '../../model/snapshot.js';
import { nameWalk } from '../runs/same-walk.js';
import { readKeptJson, writeKept } from './file.js';

/** Bumped when an older version could not read it. */
const ledgersVersion = 3;

/** One ledger for each set of seeds that is walked into the store: what one walk does not see, another may well have. */
const ledgersSchema = z.union([
  z.object({ version: z.literal(ledgersVersion), walks: z.record(z.string(), ledgerSchema) }),
  z.object({ version: z.literal(2), walks: z.record(z.string(), firstLedgerSchema) }),
]);

/** Where the ledgers are kept in a store, and in what form. */
export const keptLedgers = { name: 'findings.json', version: ledgersVersion, schema: ledgersSchema };

/** The most walks remembered. More come only from walks by hand, each of other addresses, which need no history. */
const mostWalks = 100;

/** What is remembered of the findings of a walk; nothing if it was never made, or cannot be read. */
export function readLedger(store: Store, run: Run): Ledger {
  return readAll(store)[nameWalk(run)] ?? emptyLedger;
}

/** Whether the findings of a run, or of a later one of its walk, are remembered: what was walked may not have been concluded. */
export function isNoted(store: Store, run: Run): boolean {
  const last = readLedger(store, run).run;
  return last !== null && last >= run.id;
}

/** Keeps it for the next walk from the same seeds. Throws a `SetupError` if the store cannot be written. */
export function writeLedger(store: Store, run: Run, ledger: Ledger): void {
  const others = Object.entries(readAll(store)).filter(([walk]) => walk !== nameWalk(run));
  const latest = others
    .sort(([, one], [, other]) => ((one.run ?? '') < (other.run ?? '') ? 1 : -1))
    .slice(0, mostWalks - 1);
  const walks = Object.fromEntries([[nameWalk(run), ledger] as const, ...latest]);
  writeKept(fileOf(store), `${JSON.stringify({ version: ledgersVersion, walks })}\n`);
}

function readAll(store: Store): Readonly<Record<string, Ledger>> {
  return readKeptJson(fileOf(store), ledgersSchema)?.walks ?? {};
}

function fileOf({ directory }: Store): string {
  return join(directory, keptLedgers.name);
}
