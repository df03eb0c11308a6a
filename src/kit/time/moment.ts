import { dayIn } from './day.js';

const form = /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/**
 * The time that an ISO 8601 date (its first moment) or date and time names, in milliseconds since 1970; `null` if there is no
 * such time. A text without a zone is read in `zone`: `Z`, `+09:00`.
 */
export function momentOf(text: string, zone: string): number | null {
  const [, day, hours, , , own] = form.exec(text) ?? [];
  if (day === undefined || dayIn(day) !== day) return null;
  const time = hours === undefined ? `${day}T00:00` : text.slice(0, text.length - (own?.length ?? 0));
  const moment = Date.parse(time + (own ?? zone));
  return Number.isNaN(moment) ? null : moment;
}
