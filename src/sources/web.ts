import type { Answer, Fetch, FetchRequest } from '../model/fetch.js';
import type { Limits, SourceConfig } from '../model/config.js';
import { answerOf, answerOfFailure, type Asked } from './answer.js';
import { createConnections } from './connections.js';
import { createConnector } from './connector.js';
import { createCredentials, type Secrets } from './credentials.js';
import { exchange, type Wire } from './exchange.js';
import { failed } from './failure.js';
import { createGuard } from './guard.js';
import { watchFlights } from './in-flight.js';
import { createOrders } from './order.js';
import { sample } from './sample.js';

/** How to go about on the web. */
export interface WebOptions {
  readonly sources: readonly SourceConfig[];
  readonly secrets: Secrets;
  readonly limits: Limits;
  readonly userAgent: string;
  /** Do not verify TLS certificates. */
  readonly insecure: boolean;
  /** Let public pages lead into private addresses. */
  readonly allowPrivate: boolean;
  /** Read documents to their end. */
  readonly deep: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The web as the crawl sees it. */
export interface Web {
  /** One request, one answer. Rejects only with the reason of an aborted signal; the web's trouble is in the answer. */
  readonly fetch: Fetch;
  /** Closes every connection. */
  close(): Promise<void>;
}

/** A page of headers is 8 KiB at most servers; single sign-on portals need more. */
const maxHeaderSize = 65_536;

/** Opens the web. */
export function createWeb(options: WebOptions): Web {
  const { limits, now } = options;
  const guard = createGuard(
    options.sources.flatMap(({ seeds }) => seeds),
    options.allowPrivate,
  );
  const certificates = new Map<string, number>();
  const connect = createConnector({
    guard,
    connectTimeout: limits.connectTimeout,
    insecure: options.insecure,
    noteCertificate: (origin, expires) => void certificates.set(origin, expires),
  });
  const connections = createConnections({ connect, perOrigin: limits.perHost, maxHeaderSize });
  const inFlight = watchFlights(resolutionFor(limits));
  const wire: Wire = { connections, inFlight, patience: limits };
  const orderFor = createOrders({
    credentials: createCredentials(options.sources, options.secrets),
    userAgent: options.userAgent,
    limits: { maxBody: limits.maxBody, deep: options.deep },
  });

  const fetch = async (request: FetchRequest, signal: AbortSignal): Promise<Answer> => {
    signal.throwIfAborted();
    const at = now();
    const asked = (base: string, origin: string): Asked => ({
      request,
      base,
      at,
      now: now(),
      maxBody: limits.maxBody,
      certificateExpires: soon(certificates.get(origin), at),
    });
    const url = parse(request.url);
    if (url === null) return answerOfFailure(asked('', ''), failed('protocol', 'ERR_INVALID_URL'));
    const order = orderFor(request, url);
    const send = (range: string | null) => exchange(wire, order(range), signal);
    const isRanged = request.appetite === 'sample' && request.method === 'GET' && !options.deep;
    const { received, tail } = isRanged ? await sample(send) : { received: await send(null), tail: null };
    return received.kind === 'failed'
      ? answerOfFailure(asked(url), received)
      : answerOf(asked(url), received, tail);
  };

  return {
    fetch,
    close: async () => {
      inFlight.close();
      await connections.close();
    },
  };
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** A certificate that ends in this time is worth telling. */
const soonEnough = 30 * 86_400_000;

function soon(expires: number | undefined, now: number): string | null {
  return expires === undefined || expires - now > soonEnough ? null : new Date(expires).toISOString();
}

/** Time-outs are noticed a tenth of the shortest late, so one timer serves them all. */
function resolutionFor(limits: Limits): number {
  const shortest = Math.min(
    limits.connectTimeout,
    limits.headersTimeout,
    limits.bodyTimeout,
    limits.wholeTimeout,
  );
  return Math.min(Math.max(Math.round(shortest / 10), 10), 250);
}
