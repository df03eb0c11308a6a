import { parseUrl } from '../kit/urls/url.js';
import type { Answer, Begun, FetchRequest } from '../model/fetch.js';
import type { Limits } from '../model/config.js';
import { answerOf, answerOfFailure, type Asked } from './answers/answer.js';
import type { Send } from './wire/send.js';
import type { Failed } from '../model/resource.js';
import { failed } from './wire/failure.js';
import { headersOf } from './wire/headers.js';
import type { OrderFor } from './order.js';
import { sample } from './sample.js';
import type { RedirectCookies } from './redirect-cookies.js';
import type { Received } from './wire/wire.js';

interface AskOptions {
  readonly send: Send;
  readonly orderFor: OrderFor;
  readonly limits: Limits;
  readonly deep: boolean;
  /** When the certificate of an origin expires, milliseconds since 1970. */
  readonly certificates: ReadonlyMap<string, number>;
  readonly now: () => number;
}

/** Asks once. `cookies` are sent, and joined by those that the answer sets; `null` for neither. */
export type Ask = (
  request: FetchRequest,
  signal: AbortSignal,
  cookies: RedirectCookies | null,
  begun?: Begun,
) => Promise<Answer>;

/** Turns the model's requests into exchanges on the wire, and what comes back into answers. */
export function createAsk({ send, orderFor, limits, deep, certificates, now }: AskOptions): Ask {
  return async (request, signal, cookies, begun) => {
    signal.throwIfAborted();
    const at = now();
    const asked = (base: string, origin: string, maxBody = limits.maxBody): Asked => ({
      request,
      base,
      at,
      now: now(),
      maxBody,
      certificateExpires: soon(certificates.get(origin), at),
    });
    const url = parseUrl(request.url);
    if (url === null) return answerOfFailure(asked('', ''), failed('protocol', 'ERR_INVALID_URL'));
    const order = orderFor(request, url, cookies);
    const sendFor = (range: string | null): Promise<Received | Failed> =>
      send({ ...order(range), begun }, signal);
    const isRanged = request.appetite === 'sample' && request.method === 'GET' && !deep;
    const { received, tail } = isRanged
      ? await sample(sendFor)
      : { received: await sendFor(null), tail: null };
    const base = url.origin + url.pathname + url.search;
    if (received.kind === 'failed') return answerOfFailure(asked(base, url.origin), received);
    cookies?.keep(base, headersOf(received.headers, 'set-cookie'));
    // What is kept of a document is more than of a page.
    const kept = request.wholeDocuments === true ? order(null).portion(received.headers).start : 0;
    return answerOf(asked(base, url.origin, Math.max(limits.maxBody, kept)), received, tail);
  };
}

/** A certificate that expires within this time is worth a mention. */
const soonEnough = 30 * 86_400_000;

function soon(expires: number | undefined, now: number): string | null {
  return expires === undefined || expires - now > soonEnough ? null : new Date(expires).toISOString();
}
