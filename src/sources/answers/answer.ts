import type { IncomingHttpHeaders } from 'node:http';
import { redactUrl } from '../../kit/urls/redact.js';
import type { Answer, Body, FetchRequest } from '../../model/fetch.js';
import { type Attempt, type Failed, type Fetched, type Flaw } from '../../model/resource.js';
import { decode, encodingsOf, type Decoded } from './decode.js';
import {
  charsetOf,
  contentRangeOf,
  declaredLength,
  firstHeaderOf,
  headerOf,
  headersOf,
  mediaTypeOf,
  readable,
  redirectStatuses,
} from '../wire/headers.js';
import { keptHeadersOf } from './kept-headers.js';
import { retryAfterOf } from './retry-after.js';
import type { Ending, Received } from '../wire/wire.js';

/** What an answer is an answer to. */
export interface Asked {
  readonly request: FetchRequest;
  /** As it was asked, without user and password: what relative redirects are relative to. */
  readonly base: string;
  /** When, milliseconds since 1970. */
  readonly at: number;
  /** Now, in the same. */
  readonly now: number;
  /** Bytes of a body after decompression, at most. */
  readonly maxBody: number;
  /** When the host's certificate expires, if that is soon; ISO 8601. */
  readonly certificateExpires: string | null;
}

/** What stands for an answer when there was none. */
export function answerOfFailure(asked: Asked, outcome: Failed): Answer {
  return {
    attempt: attemptOf(asked, outcome.cause),
    outcome,
    location: null,
    charset: null,
    linkHeader: null,
    refreshHeader: null,
    body: null,
    retryAfter: null,
  };
}

/** The answer in terms of the model: decoded, located, redacted. `tail` is the end of a document, asked for separately. */
export async function answerOf(asked: Asked, received: Received, tail: Uint8Array | null): Promise<Answer> {
  const { headers } = received;
  const status = statusOf(received);
  const location = locationOf(status, headers, asked.base);
  const refresh = firstHeaderOf(headers, 'refresh');
  const body = await bodyOf(asked, received, tail);
  const outcome: Fetched = {
    kind: 'fetched',
    status,
    location: location === null ? null : redactUrl(location),
    contentType: mediaTypeOf(headers),
    length: lengthOf(received),
    bytes: body?.counted ?? 0,
    flaw: body?.flaw ?? null,
    headers: keptHeadersOf(headers, asked.certificateExpires),
  };
  return {
    attempt: attemptOf(asked, status),
    outcome,
    location,
    charset: charsetOf(headers),
    linkHeader: headerOf(headers, 'link'),
    refreshHeader: refresh === null ? null : readable(refresh),
    body: body?.body ?? null,
    retryAfter: retryAfterOf(status, headers, asked.now),
  };
}

function attemptOf({ request, at, now }: Asked, result: Attempt['result']): Attempt {
  return { at, took: now - at, method: request.method, result };
}

/** 206 answers our own request for a range; asked for the whole, the same server says 200. */
function statusOf({ status }: Received): number {
  return status === 206 ? 200 : status;
}

function lengthOf({ headers }: Received): number | null {
  const range = contentRangeOf(headers);
  return range === null ? declaredLength(headers) : range.total;
}

function locationOf(status: number, headers: IncomingHttpHeaders, base: string): string | null {
  if (!redirectStatuses.has(status)) return null;
  // If the header is there twice and the two differ, browsers follow neither.
  const [location, other] = new Set(headersOf(headers, 'location'));
  if (location === undefined || other !== undefined) return null;
  try {
    return new URL(location.replace(/[\x80-\xff]/g, percentEncode), base).href;
  } catch {
    return null;
  }
}

/** Header bytes are sent back unchanged, whatever charset they are in. */
function percentEncode(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase()}`;
}

interface Read {
  readonly body: Body;
  readonly counted: number;
  readonly flaw: Flaw | null;
}

/** `null` where none was wanted. Statuses that never have one (204, 205, 304) have an empty one. */
async function bodyOf(
  { request, maxBody }: Asked,
  received: Received,
  tail: Uint8Array | null,
): Promise<Read | null> {
  if (request.appetite === 'none' || request.method === 'HEAD') return null;
  const { start, ending } = received;
  const encodings = encodingsOf(headerOf(received.headers, 'content-encoding'));
  const isWhole = ending === 'whole' && !isPart(received);
  const wireFlaw = wireFlawOf(ending);
  if (encodings.length === 0 || start.length === 0) return plainBody(received, tail, isWhole, wireFlaw);
  const decoded = await decode(start, encodings, maxBody, isWhole || wireFlaw === 'cut');
  const isAll = isWhole || isAllThoughCut(received, decoded);
  const flaw = isAll ? decoded.flaw : (wireFlaw ?? decoded.flaw);
  return {
    body: { bytes: decoded.bytes, complete: isAll && flaw === null, tail: null },
    counted: decoded.bytes.length,
    flaw,
  };
}

function wireFlawOf(ending: Ending): Flaw | null {
  switch (ending) {
    case 'whole':
    case 'dropped':
      return null;
    case 'cut':
    case 'garbled':
      return 'cut';
    case 'too-large':
      return 'too-large';
  }
}

/** Some servers compress after counting: then the declared length is that of the decompressed body, and nothing is missing. */
function isAllThoughCut({ headers, ending }: Received, { bytes, flaw }: Decoded): boolean {
  return ending === 'cut' && flaw === null && bytes.length === declaredLength(headers);
}

function plainBody(
  { start, end, read }: Received,
  tail: Uint8Array | null,
  isWhole: boolean,
  flaw: Flaw | null,
): Read {
  const complete = isWhole && read === start.length;
  const last = end !== null && end.length > 0 ? end : tail;
  return {
    body: { bytes: start, complete, tail: complete ? null : last },
    counted: read + (tail?.length ?? 0),
    flaw,
  };
}

function isPart({ headers, read, status }: Received): boolean {
  if (status !== 206) return false;
  const total = contentRangeOf(headers)?.total;
  return total === null || total === undefined || total > read;
}
