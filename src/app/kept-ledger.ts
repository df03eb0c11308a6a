import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Store } from '../history/store.js';
import { emptyLedger, firstLedgerSchema, ledgerSchema, type Ledger } from '../memory/ledger.js';
import { SetupError } from '../model/problem.js';
import type { Report } from '../model/report.js';
import type { Run } from '../model/snapshot.js';
import { nameWalk } from './baseline-run.js';
import { readKeptJson, writeKept } from './kept-file.js';

/** Bumped when an older version could not read it. */
const ledgersVersion = 3;

/** One ledger for each set of seeds that is walked into the store: what one walk does not see, another may well have. */
const ledgersSchema = z.union([
  z.object({ version: z.literal(ledgersVersion), walks: z.record(z.string(), ledgerSchema) }),
  z.object({ version: z.literal(2), walks: z.record(z.string(), firstLedgerSchema) }),
]);

/** Whoever walks ever other addresses into one store does so by hand, and asks for no history. */
const mostWalks = 100;

/** What is remembered of the findings of a walk; nothing if it was never made, or cannot be read. */
export function readLedger(store: Store, run: Run): Ledger {
  return readAll(store)[nameWalk(run)] ?? emptyLedger;
}

/**
 * Keeps it for the next walk from the same seeds; what cannot be read is set aside. Throws a `SetupError` if the store cannot be
 * written.
 */
export function writeLedger(store: Store, run: Run, ledger: Ledger): void {
  const others = Object.entries(readAll(store)).filter(([walk]) => walk !== nameWalk(run));
  const latest = others
    .sort(([, one], [, other]) => ((one.run ?? '') < (other.run ?? '') ? 1 : -1))
    .slice(0, mostWalks - 1);
  const walks = Object.fromEntries([[nameWalk(run), ledger] as const, ...latest]);
  if (isDamaged(store)) renameSync(fileOf(store), asideOf(store));
  writeKept(fileOf(store), `${JSON.stringify({ version: ledgersVersion, walks })}\n`);
}

/** Throws a `SetupError` if a newer version keeps the ledgers: to write them would lose what it knows. */
export function checkLedgers(store: Store): void {
  const newer = readKeptJson(fileOf(store), z.object({ version: z.int().gt(ledgersVersion) }));
  if (newer === null) return;
  throw new SetupError([
    {
      place: { file: fileOf(store) },
      message: `was written by a newer version (${newer.version}, this one knows ${ledgersVersion})`,
      hint: 'update this tool, or choose another folder with --store',
    },
  ]);
}

/** The report with a word on ledgers that cannot be read and will be set aside. */
export function noticeDamage(store: Store, report: Report): Report {
  if (!isDamaged(store)) return report;
  const [file, aside] = [fileOf(store), asideOf(store)];
  const notice = {
    en: `${file} is damaged, so what earlier runs found is not known: it is kept as ${aside}.`,
    ja: `${file} が破損しているため、過去の検出結果は不明です。${aside} として残しています。`,
  };
  return { ...report, notices: [...(report.notices ?? []), notice[report.language]] };
}

function isDamaged(store: Store): boolean {
  return existsSync(fileOf(store)) && readKeptJson(fileOf(store), ledgersSchema) === null;
}

function readAll(store: Store): Readonly<Record<string, Ledger>> {
  return readKeptJson(fileOf(store), ledgersSchema)?.walks ?? {};
}

function fileOf({ directory }: Store): string {
  return join(directory, 'findings.json');
}

function asideOf(store: Store): string {
  return `${fileOf(store)}.damaged`;
}
