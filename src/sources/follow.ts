import { redactUrl } from '../kit/redact.js';
import type { Answer, FetchRequest } from '../model/fetch.js';
import type { Ask } from './ask.js';
import { createSession } from './session.js';

/** One redirect on the way, secrets redacted. */
interface FollowedHop {
  readonly url: string;
  readonly status: number;
}

export interface Followed {
  /** What stands at the end. Still a redirect if there were too many, or the next may not be asked. */
  readonly answer: Answer;
  readonly hops: readonly FollowedHop[];
  /** Where that stands, without fragment, to be asked but never written down. */
  readonly url: string;
}

/**
 * Follows redirects as a browser does: with the cookies they set. Some sites send everybody round until a cookie comes
 * back, so a loop seen without cookies may be none. The cookies are forgotten at the end: kept, they would make answers
 * depend on the order of a walk. Credentials stay with their own origins. `mayAsk` is consulted before each redirect.
 */
export type Follow = (
  request: FetchRequest,
  signal: AbortSignal,
  mayAsk: (url: string) => boolean | Promise<boolean>,
) => Promise<Followed>;

/** At most `maxHops` redirects in a row. */
export function createFollow(ask: Ask, maxHops: number): Follow {
  return async (request, signal, mayAsk) => {
    const session = createSession();
    const hops: FollowedHop[] = [];
    let answer = await ask(request, signal, session);
    let { url } = request;
    while (
      answer.location !== null &&
      hops.length < maxHops &&
      isAskable(answer.location) &&
      (await mayAsk(answer.location))
    ) {
      hops.push({ url: redactUrl(url), status: statusOf(answer) });
      url = answer.location;
      answer = await ask({ ...request, url }, signal, session);
    }
    return { answer, hops, url: withoutFragment(url) };
  };
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

function isAskable(url: string): boolean {
  return /^https?:/i.test(url);
}

function statusOf({ outcome }: Answer): number {
  return outcome.kind === 'fetched' ? outcome.status : 0;
}
