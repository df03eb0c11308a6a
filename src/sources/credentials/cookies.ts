import type { CookieJar } from 'tough-cookie';
import { onDemand } from '../../kit/on-demand.js';
import type { Problem } from '../../model/problem.js';

/** One cookie of a file in either format. */
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** With or without a leading dot. */
  readonly domain: string;
  /** It goes to subdomains as well. */
  readonly wide: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Seconds since 1970; `null` for as long as the session lasts. */
  readonly expires: number | null;
  /** Its line, in a file of lines. */
  readonly line?: number;
}

/** What a reader found in a cookie file. */
export interface CookieFile {
  readonly cookies: readonly StoredCookie[];
  readonly problems: readonly Problem[];
}

const toughCookie = onDemand('tough-cookie');

/** A jar that sends each cookie where it belongs (RFC 6265). The user provided them, so none is refused. */
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
