import type { RunSummary } from '../app/runs.js';
import { columnsOf, padEndColumns, padStartColumns } from '../kit/display-width.js';

const header = ['RUN', 'STARTED', 'STATE', 'RESOURCES', 'SIZE', 'SEEDS'];
const numeric: ReadonlySet<number> = new Set([3, 4]);

/** The runs of a store, one a line, in straight columns. */
export function runTable(summaries: readonly RunSummary[]): string {
  const rows = [header, ...summaries.map(describe)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  const lines = rows.map((row) => row.map((cell, column) => pad(cell, column, widths)).join('  '));
  const total = `${summaries.length} ${summaries.length === 1 ? 'run' : 'runs'}, ${sizeOf(summaries)}\n`;
  return lines.map((line) => `${line.trimEnd()}\n`).join('') + total;
}

/** How much runs take on the disk together. */
export function sizeOf(summaries: readonly Pick<RunSummary, 'bytes'>[]): string {
  return `${(summaries.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2).toFixed(1)} MiB`;
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return numeric.has(column) ? padStartColumns(cell, width) : padEndColumns(cell, width);
}

function describe(summary: RunSummary): readonly string[] {
  const { id, run, state, resources, problem } = summary;
  const started = run === null ? '' : new Date(run.startedAt).toISOString().slice(0, 19).replace('T', ' ');
  const seeds =
    run === null ? (problem ?? '') : run.sources.flatMap((source) => source.seeds.slice(0, 1)).join(' ');
  return [id, started, state, String(resources), sizeOf([summary]), seeds];
}
