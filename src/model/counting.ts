import type { Finding } from './report.js';
import type { Threshold } from './threshold.js';

/** Whether a finding was there in enough runs in a row to count. It counts at once where no earlier run is remembered. */
export function isConfirmed({ past }: Pick<Finding, 'past'>, confirm: number): boolean {
  return past === undefined || past.nights >= confirm;
}

/** Whether a finding reaches a threshold: each threshold includes the one before it. Information never counts. */
export function reaches(finding: Pick<Finding, 'verdict' | 'level' | 'isNew'>, failOn: Threshold): boolean {
  const { verdict, level, isNew } = finding;
  switch (failOn) {
    case 'broken':
      return verdict === 'broken' && level === 'error';
    case 'new-broken':
      return isNew !== false && reaches(finding, 'broken');
    case 'not-checked':
      return reaches(finding, 'broken') || (verdict === 'not-checked' && level !== 'info');
    case 'warning':
      return level !== 'info';
    case 'never':
      return false;
  }
}
