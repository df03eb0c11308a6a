import type { Finding } from './report.js';

/** Whether a finding was there in enough runs in a row to count. It counts at once where no earlier run is remembered. */
export function isConfirmed({ past }: Pick<Finding, 'past'>, confirm: number): boolean {
  return past === undefined || past.nights >= confirm;
}
