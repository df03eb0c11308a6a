import { decodePercent } from '../kit/urls/url-path.js';
import type { FetchRequest, Validators } from '../model/fetch.js';
import { basicAuthorization, type Credentials } from './credentials/credentials.js';
import { acceptedEncodings, encodingsOf } from './answers/decode.js';
import { declaredLength, headerOf, mediaTypeOf } from './wire/headers.js';
import { portionOf } from './wire/portion.js';
import type { RedirectCookies } from './redirect-cookies.js';
import type { Order } from './wire/wire.js';

interface OrdersOptions {
  readonly credentials: Credentials;
  readonly userAgent: string;
  readonly limits: { readonly maxBody: number; readonly deep: boolean };
}

/** Prepares a request to a URL, once for all ranges of it. */
export type OrderFor = (
  request: FetchRequest,
  url: URL,
  cookies: RedirectCookies | null,
) => (range: string | null) => Order;

/** Prepares what all requests have in common. */
export function createOrders({ credentials, userAgent, limits }: OrdersOptions): OrderFor {
  const common = [
    ...['user-agent', userAgent, 'accept', 'text/html,application/xhtml+xml,*/*;q=0.8'],
    // Means no more than its absence (RFC 9110 §12.5.4), on which servers fail that only ever met browsers.
    ...['accept-language', '*'],
  ];
  const decoding = [...common, 'accept-encoding', acceptedEncodings];
  // A range of a body that is compressed while it is sent is of no use.
  const plain = [...common, 'accept-encoding', 'identity'];

  const proof = (request: FetchRequest, url: URL, cookies: RedirectCookies | null): readonly string[] => {
    const own = credentials.headers(request.source, url.origin);
    const cookie = joinCookies(credentials.cookies(request.source, url), cookies?.headerFor(url.href) ?? '');
    const headers = cookie === '' ? own : [...own, 'cookie', cookie];
    // User and password in a URL are sent to that URL alone.
    return url.username === '' && url.password === '' ? headers : [...headers, 'authorization', basicOf(url)];
  };

  return (request, url, cookies) => {
    const { method, appetite, wholeDocuments = false } = request;
    const path = url.pathname + queryOf(url);
    const base = appetite === 'sample' ? plain : decoding;
    const proving = proof(request, url, cookies);
    const proven = proving.length === 0 ? base : merge(base, proving);
    const headers =
      request.validators === undefined ? proven : [...proven, ...conditionOf(request.validators)];
    const portion: Order['portion'] = (answered) =>
      portionOf(
        {
          appetite,
          wholeDocuments,
          path,
          contentType: mediaTypeOf(answered),
          disposition: headerOf(answered, 'content-disposition'),
          isEncoded: encodingsOf(headerOf(answered, 'content-encoding')).length > 0,
          length: declaredLength(answered),
        },
        limits,
      );
    return (range) => ({
      origin: url.origin,
      path,
      method,
      headers: range === null ? headers : [...headers, 'range', range],
      portion,
    });
  };
}

/** With its `?`, which `search` leaves out where nothing follows. */
function queryOf({ href, search }: URL): string {
  return search === '' && /^[^?#]*\?(?:#|$)/.test(href) ? '?' : search;
}

/** Both if both are known: a server that knows entity tags ignores the date (RFC 9110 §13.1.3). */
function conditionOf({ etag, lastModified }: Validators): readonly string[] {
  return [
    ...(etag === null ? [] : ['if-none-match', etag]),
    ...(lastModified === null ? [] : ['if-modified-since', lastModified]),
  ];
}

/** Later headers replace earlier ones of the same name. */
function merge(base: readonly string[], proving: readonly string[]): string[] {
  const merged = new Map<string, string>();
  for (const headers of [base, proving]) {
    for (let index = 0; index < headers.length; index += 2)
      merged.set(headers[index] ?? '', headers[index + 1] ?? '');
  }
  return [...merged].flat();
}

/** A cookie that was set on the way replaces the configured one of the same name. */
function joinCookies(configured: string, set: string): string {
  if (configured === '' || set === '') return configured + set;
  const replaced = new Set(set.split('; ').map(cookieName));
  const kept = configured.split('; ').filter((cookie) => !replaced.has(cookieName(cookie)));
  return [...kept, set].join('; ');
}

function cookieName(cookie: string): string {
  return cookie.slice(0, cookie.indexOf('='));
}

function basicOf({ username, password }: URL): string {
  return basicAuthorization(decodePercent(username), decodePercent(password));
}
