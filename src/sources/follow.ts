import type { Begun, FetchRequest } from '../model/fetch.js';
import type { Followed } from '../model/walk.js';
import type { Ask } from './ask.js';
import { createRedirectCookies } from './redirect-cookies.js';

/**
 * Follows redirects as a browser does: with the cookies they set. Some sites redirect in a circle until a cookie is sent
 * back, so what looks like a loop without cookies may not be one. The cookies are forgotten at the end: kept, they would make
 * answers depend on the order of a walk. Credentials stay with their own origins. `mayAsk` is consulted before each redirect.
 * Ends at a redirect if there were too many, or if the next URL may not be asked for.
 */
export type Follow = (
  request: FetchRequest,
  signal: AbortSignal,
  mayAsk: (url: string) => boolean | Promise<boolean>,
  begun?: Begun,
) => Promise<Followed>;

/** At most `maxHops` redirects in a row. */
export function createFollow(ask: Ask, maxHops: number): Follow {
  return async (request, signal, mayAsk, begun) => {
    const cookies = createRedirectCookies();
    let hops = 0;
    let answer = await ask(request, signal, cookies, begun);
    let { url } = request;
    while (
      answer.location !== null &&
      hops < maxHops &&
      isAskable(answer.location) &&
      (await mayAsk(answer.location))
    ) {
      hops++;
      url = answer.location;
      answer = await ask({ ...request, url }, signal, cookies, begun);
    }
    return { answer, url: withoutFragment(url) };
  };
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

function isAskable(url: string): boolean {
  return /^https?:/i.test(url);
}
