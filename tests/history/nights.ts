import { emptyLedger, type Ledger } from '../../src/history/ledger.js';
import { noteRun, addPast } from '../../src/history/findings/remember.js';
import type { Finding, Report } from '../../src/model/report.js';
import type { Sight } from '../../src/model/sight.js';
import { buildFinding, buildReport } from '../support/reports.js';

/** What is ill on the nights that are marked so. */
export const ill = buildFinding({ id: 'one', url: 'https://hub.example/a', rule: 'not-found' });
export const well: Sight = { stateOf: () => 'opens', openedAt: () => null };
export const unseen: Sight = { stateOf: () => 'unknown', openedAt: () => null };

/** When the run of a night starts, RFC 3339. */
export const start = (night: number): string => new Date(Date.UTC(2026, 10, 1 + night)).toISOString();

/** The report of a night, from 0. */
export function tonight(
  night: number,
  findings: readonly Finding[],
  run: Partial<Report['run']> = {},
): Report {
  const report = buildReport(findings);
  const id = `run-${String(night).padStart(3, '0')}`;
  return { ...report, run: { ...report.run, id, start: start(night), ...run } };
}

/** A ledger after one more run, and the report with what it knows. */
export function remember(
  before: Ledger,
  report: Report,
  sight: Sight,
): { readonly ledger: Ledger; readonly report: Report } {
  const ledger = noteRun(before, report, sight);
  return { ledger, report: addPast(ledger, report) };
}

/**
 * Night after night: what is found (`!`), what is seen well (`.`), what is not seen (`?`); found, or not seen, by a run that was
 * cut short (`/`, `-`), or what is seen well by one that could not open another portal (`,`).
 */
export function live(course: string): { readonly ledger: Ledger; readonly report: Report } {
  let ledger = emptyLedger;
  let report = tonight(0, []);
  course.split(/(?=.)/).forEach((mark, night) => {
    const found = mark === '!' || mark === '/' ? [ill] : [];
    const complete = mark !== '/' && mark !== '-';
    const unreachable = mark === ',' ? ['https://community.example/'] : [];
    const sight = mark === '.' || mark === ',' ? well : unseen;
    const told = remember(ledger, tonight(night, found, { complete, unreachable }), sight);
    ({ ledger, report } = told);
  });
  return { ledger, report };
}
