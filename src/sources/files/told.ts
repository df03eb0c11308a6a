import type { Body } from '../../model/fetch.js';
import type { Failed, Fetched, Flaw } from '../../model/resource.js';

/** What became of a request for a file. */
export interface Told {
  readonly outcome: Fetched | Failed;
  /** Where a folder leads. */
  readonly location: string | null;
  readonly body: Body | null;
}

/** The file could not be opened; `detail` is the system's error code, or a word of ours. */
export function notOpened(detail: string): Told {
  return { outcome: { kind: 'failed', cause: 'file', detail }, location: null, body: null };
}

/** What the system knows of a file besides its content. */
export interface Known {
  readonly headers?: Fetched['headers'];
  readonly length?: number;
}

/** The file is there; nothing of it was wanted. */
export function opened(status: number, contentType: string, { headers = {}, length }: Known = {}): Told {
  const outcome: Fetched = {
    kind: 'fetched',
    status,
    location: null,
    contentType,
    length: length ?? null,
    bytes: 0,
    flaw: null,
    headers,
  };
  return { outcome, location: null, body: null };
}

/** The same with what was read of it. */
export function withBody({ outcome, location }: Told, body: Body, flaw: Flaw | null = null): Told {
  const read = outcome.kind === 'fetched' ? { ...outcome, bytes: body.bytes.length, flaw } : outcome;
  return { outcome: read, location, body };
}

/** Somewhere else is what was asked for. */
export function leadingTo(location: string): Told {
  const { outcome } = opened(302, '');
  return { outcome: outcome.kind === 'fetched' ? { ...outcome, location } : outcome, location, body: null };
}
