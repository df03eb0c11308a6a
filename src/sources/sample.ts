import { refusesWhoAsks } from '../kit/trouble/refusing-statuses.js';
import type { Failed } from '../model/resource.js';
import { encodingsOf } from './answers/decode.js';
import { contentRangeOf, firstHeaderOf, headerOf } from './wire/headers.js';
import { sampleSize } from './wire/portion.js';
import type { Received } from './wire/wire.js';

interface Sampled {
  readonly received: Received | Failed;
  /** The last bytes of the document, asked for separately; `null` if there was no need or no way. */
  readonly tail: Uint8Array | null;
}

/** Sends a request for a range of a document; `null` for all of it. */
type Send = (range: string | null) => Promise<Received | Failed>;

/** Reads the start and the end of a document as cheaply as its server allows (RFC 9110 §14). */
export async function sample(send: Send): Promise<Sampled> {
  const received = await send(`bytes=0-${sampleSize - 1}`);
  if (received.kind === 'failed') return { received, tail: null };
  const range = contentRangeOf(received.headers);
  // Some servers cannot give the first bytes of an empty file, or give others than those asked for.
  if (mayMeanTheRange(received.status) || (received.status === 206 && range?.first !== 0)) {
    return { received: await send(null), tail: null };
  }
  if (received.status !== 206 || range?.total === null || range === null) return { received, tail: null };
  const isRead = range.total <= received.read;
  const isEncoded = encodingsOf(headerOf(received.headers, 'content-encoding')).length > 0;
  if (isRead || isEncoded || received.ending !== 'whole') return { received, tail: null };
  return withRest(send, received, range.total);
}

/** Failures that depend on the address or on the time, not on which part is asked for. */
const ofTheWhole: ReadonlySet<number> = new Set([404, 410, 503]);

/** Some servers and firewalls fail for a range, while a browser, which asks for the whole document, gets it. */
function mayMeanTheRange(status: number): boolean {
  return status >= 400 && !ofTheWhole.has(status) && !refusesWhoAsks(status);
}

async function withRest(send: Send, received: Received, total: number): Promise<Sampled> {
  const missing = total - received.read;
  const isNear = missing <= sampleSize;
  const rest = await send(isNear ? `bytes=${received.read}-` : `bytes=-${sampleSize}`);
  if (!fits(rest, received, total)) return { received, tail: null };
  if (!isNear) return { received, tail: rest.start };
  const start = new Uint8Array(total);
  start.set(received.start);
  start.set(rest.start, received.start.length);
  return { received: { ...received, start, read: total }, tail: null };
}

/** Whether both are parts of the same document, and the second ends where the document does. */
function fits(rest: Received | Failed, first: Received, total: number): rest is Received {
  if (rest.kind === 'failed' || rest.status !== 206 || rest.ending !== 'whole') return false;
  const range = contentRangeOf(rest.headers);
  const isSame = firstHeaderOf(rest.headers, 'etag') === firstHeaderOf(first.headers, 'etag');
  return isSame && range?.total === total && range.first + rest.read === total;
}
