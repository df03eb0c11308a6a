import { rmSync } from 'node:fs';
import { explainFailure } from './database/failures.js';
import type { RunSummary } from './runs.js';

/** How much a store may hold; what is left out is not limited. */
export interface Retention {
  /** The number of runs to keep, the newest. */
  readonly runs?: number;
  /** The greatest age of a run, in days since it started. */
  readonly days?: number;
  /** Bytes in all. */
  readonly bytes?: number;
}

const day = 86_400_000;

/**
 * Which runs, of a list with the newest first, are to be deleted. Never the newest, nor the newest complete one, nor one that is
 * `spared`; nor one that cannot be read, since it may be anything. Pure.
 */
export function chooseDoomed(
  summaries: readonly RunSummary[],
  { runs = Infinity, days = Infinity, bytes = Infinity }: Retention,
  now: number,
  spared: ReadonlySet<string> = new Set(),
): readonly RunSummary[] {
  const complete = summaries.find(({ state }) => state === 'complete');
  const doomed: RunSummary[] = [];
  let kept = 0;
  let size = 0;
  for (const summary of summaries) {
    const { id, run } = summary;
    const isSafe = summary === summaries[0] || summary === complete || run === null || spared.has(id);
    const isOld = run !== null && now - run.startedAt > days * day;
    if (!isSafe && (isOld || kept >= runs || size + summary.bytes > bytes)) {
      doomed.push(summary);
    } else {
      kept++;
      size += summary.bytes;
    }
  }
  return doomed;
}

/** Deletes the file of a run and those beside it. Throws a `StoreError` if it cannot. */
export function removeRun({ file }: Pick<RunSummary, 'file'>): void {
  try {
    for (const part of ['-wal', '-shm', '']) rmSync(`${file}${part}`, { force: true });
  } catch (error) {
    throw explainFailure(file, error);
  }
}
