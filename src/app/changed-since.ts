import type { Report } from '../model/report.js';

/**
 * Whether a report says more than the one of the last complete run did: something changed, a finding came or went, or the
 * walk could not see everything, or its portals at all. What has no run to compare with is news throughout.
 */
export function isNews({ run, findings, fixed, changes, notices }: Report): boolean {
  if (!run.complete || run.unreachable.length > 0) return true;
  if (changes === undefined || changes.changes.length > 0) return true;
  if ((fixed?.length ?? 0) > 0 || (notices?.length ?? 0) > 0) return true;
  return findings.some(({ past, level }) => level !== 'info' && (past === undefined || past.nights <= 1));
}
