import type { CookieJar } from 'tough-cookie';
import { onDemand } from '../../kit/on-demand.js';
import type { Problem } from '../../model/problem.js';

/** One cookie of a file, whoever wrote it. */
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** With or without a leading dot. */
  readonly domain: string;
  /** Subdomains get it too. */
  readonly wide: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Seconds since 1970; `null` for as long as the session lasts. */
  readonly expires: number | null;
  /** Where it stands in a file of lines. */
  readonly line?: number;
}

/** What a reader of cookie files made of one. */
export interface CookieFile {
  readonly cookies: readonly StoredCookie[];
  readonly problems: readonly Problem[];
}

const toughCookie = onDemand('tough-cookie');

/** A jar that gives each cookie to whom it belongs (RFC 6265). The user put them there, so none is refused. */
export function jarOf(cookies: readonly StoredCookie[]): CookieJar {
  const { Cookie, CookieJar: Jar } = toughCookie();
  const jar = new Jar(undefined, { rejectPublicSuffixes: false, looseMode: true });
  for (const stored of cookies) {
    const domain = stored.domain.replace(/^\./, '').toLowerCase();
    const cookie = new Cookie({
      key: stored.name,
      value: stored.value,
      domain,
      hostOnly: !stored.wide,
      path: stored.path,
      secure: stored.secure,
      httpOnly: stored.httpOnly,
      expires: stored.expires === null ? 'Infinity' : new Date(stored.expires * 1000),
    });
    jar.setCookieSync(cookie, `https://${domain}${stored.path}`, { ignoreError: true });
  }
  return jar;
}
