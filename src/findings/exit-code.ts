import { originOf } from '../kit/url.js';
import type { Finding, Report } from '../model/report.js';
import type { Threshold } from '../model/threshold.js';

/** How the program ends: 0 nothing to tell, 1 findings, 3 the check was not possible, 4 it is incomplete. */
export type ExitCode = 0 | 1 | 3 | 4;

/**
 * What a report means to whoever started the run. Findings that were asked for come first: they are true whatever else went
 * wrong. A seed that did not open is no such finding but the reason why nothing behind it was seen, so it gives 3, even
 * where nothing is asked for: "no errors" would be a lie. (2 is for mistakes in usage and never comes from a report.)
 */
export function exitCode({ findings, run }: Report, failOn: Threshold): ExitCode {
  const seeds = new Set(run.unreachable.flatMap((seed) => [seed, originOf(seed)]));
  if (findings.some((finding) => !seeds.has(finding.url) && reaches(finding, failOn))) return 1;
  if (run.unreachable.length > 0) return 3;
  return run.complete ? 0 : 4;
}

/** Each threshold lets in what the one before does. What is for information only never counts. */
function reaches({ verdict, level }: Pick<Finding, 'verdict' | 'level'>, failOn: Threshold): boolean {
  switch (failOn) {
    case 'broken':
      return verdict === 'broken' && level === 'error';
    case 'not-checked':
      return reaches({ verdict, level }, 'broken') || (verdict === 'not-checked' && level !== 'info');
    case 'warning':
      return level !== 'info';
    case 'never':
      return false;
  }
}
