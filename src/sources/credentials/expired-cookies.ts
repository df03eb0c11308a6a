import { utcDay } from '../../kit/time/utc-day.js';
import type { SourceConfig } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { StoredCookie } from './cookies.js';

/** Cookies of a file that would be sent to a source if they had not expired. */
export interface ExpiredCookies {
  /** Names the one that expired last, never its value. */
  readonly problem: Problem;
  /** No cookie is left for the source: it is not signed in. */
  readonly isAll: boolean;
}

/** Which cookies for a source's seeds have expired; `null` if none has. `now` in milliseconds since 1970. */
export function findExpired(
  file: string,
  cookies: readonly StoredCookie[],
  { id, seeds }: Pick<SourceConfig, 'id' | 'seeds'>,
  now: number,
): ExpiredCookies | null {
  const hosts = seeds.map((seed) => new URL(seed).hostname);
  const own = cookies.filter((cookie) => hosts.some((host) => belongsTo(cookie, host)));
  const expired = own
    .flatMap(({ name, line, expires }) => (expires === null ? [] : [{ name, line, at: expires * 1000 }]))
    .filter(({ at }) => at <= now)
    .sort((one, other) => other.at - one.at);
  const [last] = expired;
  if (last === undefined) return null;
  const { name, line, at } = last;
  const others = expired.length === 1 ? '' : `, and ${expired.length - 1} more of its cookies have expired`;
  return {
    problem: {
      place: { file, ...(line === undefined ? {} : { line }) },
      message: `source "${id}": the cookie ${JSON.stringify(name.slice(0, 60))} expired on ${utcDay(at)}${others}`,
      hint: 'sign in and export the cookies again',
    },
    isAll: expired.length === own.length,
  };
}

function belongsTo({ domain, wide }: StoredCookie, host: string): boolean {
  const own = domain.replace(/^\./, '').toLowerCase();
  return host === own || (wide && host.endsWith(`.${own}`));
}
