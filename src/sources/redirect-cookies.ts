import { onDemand } from '../kit/on-demand.js';

/** The cookies that servers set while one chain of redirects is followed; forgotten afterwards. */
export interface RedirectCookies {
  /** The `Cookie` header for a URL; empty if there is none. */
  headerFor(url: string): string;
  /** Takes the `Set-Cookie` headers of an answer, each where its rules allow (RFC 6265 §5.3). */
  keep(url: string, setCookies: readonly string[]): void;
}

/** More than browsers keep for a site. */
const maxCookies = 180;

const toughCookie = onDemand('tough-cookie');

/** Starts without cookies. */
export function createRedirectCookies(): RedirectCookies {
  const { CookieJar } = toughCookie();
  const jar = new CookieJar();
  let kept = 0;
  return {
    headerFor: (url) => jar.getCookieStringSync(url),
    keep: (url, setCookies) => {
      for (const setCookie of setCookies.slice(0, maxCookies - kept)) {
        kept++;
        jar.setCookieSync(setCookie, url, { ignoreError: true });
      }
    },
  };
}
