import { originOf } from '../kit/urls/url.js';
import { isConfirmed, reaches } from '../model/counting.js';
import type { Finding, Report } from '../model/report.js';
import type { Threshold } from '../model/threshold.js';

/** The exit code of a run: 0 nothing to report, 1 findings, 3 the check was not possible, 4 it is incomplete. */
export type ExitCode = 0 | 1 | 3 | 4;

/**
 * The exit code that a report stands for. Findings that `failOn` asks for come first: they are true whatever else went wrong. A
 * seed that did not open gives 3, even if `failOn` asks for nothing: "no errors" would be a lie. (2 is for mistakes in usage and
 * never comes from a report.)
 */
export function exitCode(report: Report, failOn: Threshold, confirm = 1): ExitCode {
  if (findAlarms(report, failOn, confirm).length > 0) return 1;
  if (report.run.unreachable.length > 0) return 3;
  return report.run.complete ? 0 : 4;
}

/**
 * The findings that a run fails for. A seed that did not open is not one of them: it is why nothing behind it was seen. What is
 * accepted never counts, and what was not found often enough in a row does not count yet.
 */
export function findAlarms(
  { findings, run }: Pick<Report, 'findings' | 'run'>,
  failOn: Threshold,
  confirm = 1,
): readonly Finding[] {
  const seeds = new Set(run.unreachable.flatMap((seed) => [seed, originOf(seed)]));
  return findings.filter(
    (finding) =>
      !seeds.has(finding.url) &&
      finding.accepted === undefined &&
      isConfirmed(finding, confirm) &&
      reaches(finding, failOn),
  );
}
