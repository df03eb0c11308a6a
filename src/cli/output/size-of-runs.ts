import type { RunSummary } from '../../app/list-runs.js';

/** How much room runs take on the disk together, in MiB. */
export function sizeOf(summaries: readonly Pick<RunSummary, 'bytes'>[]): string {
  return `${(summaries.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2).toFixed(1)} MiB`;
}
