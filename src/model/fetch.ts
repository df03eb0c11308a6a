import type { Attempt, Failed, Fetched, Method } from './resource.js';

/** One request to make. Redirects are not followed: their target is a new target of the frontier. */
export interface FetchRequest {
  /** Absolute, http or https, or that of a file; unredacted. */
  readonly url: string;
  readonly method: Method;
  /** The source whose credentials and headers may be sent, to its own origins only; `null` for none. */
  readonly source: string | null;
  /** How much of a body is wanted: `whole` for pages and lists, `sample` for documents (start and end are enough), `none`. */
  readonly appetite: 'whole' | 'sample' | 'none';
  /** A document is wanted whole, whatever the appetite: its links are to be read. */
  readonly wholeDocuments?: boolean;
  /** Send a body only if it has changed since (RFC 9110 §13.1): else the answer is a 304. */
  readonly validators?: Validators;
}

/** What a server identifies one state of a resource by: at least one of the two. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What was read of a body, decompressed. */
export interface Body {
  readonly bytes: Uint8Array;
  /** Nothing is missing after `bytes`. */
  readonly complete: boolean;
  /** The last bytes of a document that was not read whole, where the server has ranges. */
  readonly tail: Uint8Array | null;
}

/** How one try ended. Trouble on the web is part of it, never an exception. */
export interface Answer {
  readonly attempt: Attempt;
  readonly outcome: Fetched | Failed;
  /** Absolute redirect target with its secrets, to be asked but never written down. */
  readonly location: string | null;
  /** `charset` parameter of the content type, lower case. */
  readonly charset: string | null;
  /** `Link` response header as received. */
  readonly linkHeader: string | null;
  /** `Refresh` response header as received: the same as `<meta http-equiv=refresh>` in a page. */
  readonly refreshHeader: string | null;
  readonly body: Body | null;
  /** How long the host asks us to stay away, milliseconds, by `Retry-After` or `RateLimit-*`; `null` if it does not. */
  readonly retryAfter: number | null;
}

/**
 * Called when an answer begins: what it brings takes its share of the line from then on. `holds` are the bytes that a body which
 * is kept whole may take; if there is no room for them yet, what is given back resolves once there is.
 */
export type Begun = (holds: number) => Promise<void> | null;

export type Fetch = (request: FetchRequest, signal: AbortSignal, begun?: Begun) => Promise<Answer>;
